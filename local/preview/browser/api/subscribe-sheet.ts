import type { PhoneHost } from '../runtime/interfaces';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';

/** A template that the sheet shows. */
export interface AskedTemplate {
  id: string;
  title: string;
  /** What a message says, e.g. `科室`. */
  fields: string[];
}

export interface SubscriptionAnswer {
  choices: Record<string, 'accept' | 'reject'>;
  /** Later calls answer themselves. */
  keep: boolean;
}

const nameOf = (host: PhoneHost): string => {
  const window = host.appConfig['window'] as { navigationBarTitleText?: string } | undefined;
  return window?.navigationBarTitleText ?? '小程序';
};

const tick = (checked: boolean): HTMLInputElement => {
  const box = element('input', { type: 'checkbox' });
  box.checked = checked;
  return box;
};

const row = (box: HTMLInputElement, title: string, small: string): HTMLElement =>
  element(
    'label.wx-subscribe-row',
    {},
    box,
    element('span', {}, title, small === '' ? undefined : element('small', {}, small)),
  );

/** WeChat's sheet: one tick for each template, one to keep the choice, and two buttons. */
export function askSubscription(
  host: PhoneHost,
  templates: readonly AskedTemplate[],
): Promise<SubscriptionAnswer> {
  const boxes = templates.map((template) => ({ template, box: tick(true) }));
  const keep = tick(false);
  const choose = (allowed: boolean): SubscriptionAnswer => ({
    choices: Object.fromEntries(
      boxes.map(({ template, box }) => [template.id, allowed && box.checked ? 'accept' : 'reject']),
    ),
    keep: keep.checked,
  });
  const dismissed = (): SubscriptionAnswer => ({ ...choose(false), keep: false });
  return askInLayer<SubscriptionAnswer>(
    host,
    { kind: 'sheet', label: '订阅消息', dismissed: dismissed() },
    (answer) =>
      element(
        'div.wx-consent',
        {},
        element('div.wx-consent-title', {}, `${nameOf(host)} 申请发送以下消息`),
        ...boxes.map(({ template, box }) => row(box, template.title, template.fields.join('、'))),
        row(keep, '总是保持以上选择，不再询问', ''),
        element(
          'div.wx-consent-buttons',
          {},
          action('button.wx-consent-refuse', '拒绝', () => answer(choose(false))),
          action('button.wx-consent-agree', '允许', () => answer(choose(true))),
        ),
      ),
  );
}
