import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';
import { permit } from './permission';
import { privacyOf } from './privacy-consent';

interface CalendarEvent {
  title: string;
  /** Seconds since 1970. */
  startTime: number;
  endTime?: number;
  allDay?: boolean;
  description?: string;
  location?: string;
}

const moment = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function show(host: PhoneHost, event: CalendarEvent): Promise<boolean> {
  const line = (text: string | undefined): HTMLElement | undefined =>
    text === undefined || text === '' ? undefined : element('div.wx-consent-text', {}, text);
  return askInLayer<boolean>(host, { kind: 'sheet', label: '添加到日历', dismissed: false }, (answer) =>
    element(
      'div.wx-consent',
      {},
      element('div.wx-consent-title', {}, event.title),
      line(moment.format(event.startTime * 1000)),
      line(event.location),
      line(event.description),
      element(
        'div.wx-consent-buttons',
        {},
        action('button.wx-consent-refuse', '取消', () => answer(false)),
        action('button.wx-consent-agree', '添加', () => answer(true)),
      ),
    ),
  );
}

/** The phone's calendar: shown, not kept. */
export const calendar: WxApiModule = (host) => ({
  addPhoneCalendar: asyncApi<CalendarEvent>('addPhoneCalendar', async (event) => {
    await privacyOf(host).require('addPhoneCalendar');
    if (!(await permit(host, 'scope.addPhoneCalendar'))) throw new WxFailure('auth deny');
    if (!(await show(host, event))) throw new WxFailure('cancel');
  }),
});
