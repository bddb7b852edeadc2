import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { action, element } from './dialog/element';
import { askInLayer } from './dialog/layer';
import { privacyOf } from './privacy-consent';

const clipboardKey = 'clipboard';

function askCall(host: PhoneHost, phoneNumber: string): Promise<boolean> {
  return askInLayer<boolean>(
    host,
    { kind: 'sheet', label: `拨打 ${phoneNumber}`, dismissed: false },
    (answer) =>
      element(
        'div.wx-actions',
        {},
        element('div.wx-actions-title', {}, '预览不会真的拨出电话'),
        action('button.wx-actions-item', `呼叫 ${phoneNumber}`, () => answer(true)),
        action('button.wx-actions-cancel', '取消', () => answer(false)),
      ),
  );
}

/** Each phone has its own clipboard; the browser's gets a copy where it allows. */
function copy(host: PhoneHost, data: string): void {
  host.state.set(clipboardKey, data);
  const clipboard = navigator.clipboard as Clipboard | undefined;
  clipboard?.writeText(data).catch(() => undefined);
}

/** What the phone itself can do: calls, clipboard, vibration, screen. */
export const device: WxApiModule = (host) => ({
  makePhoneCall: asyncApi<{ phoneNumber: string }>('makePhoneCall', async ({ phoneNumber }) => {
    if (!(await askCall(host, phoneNumber))) throw new WxFailure('cancel');
  }),
  setClipboardData: asyncApi<{ data: string }>('setClipboardData', async ({ data }) => {
    await privacyOf(host).require('setClipboardData');
    copy(host, data);
  }),
  getClipboardData: asyncApi('getClipboardData', async () => {
    await privacyOf(host).require('getClipboardData');
    return { data: host.state.get(clipboardKey) ?? '' };
  }),
  vibrateShort: asyncApi('vibrateShort', () => undefined),
  vibrateLong: asyncApi('vibrateLong', () => undefined),
  setKeepScreenOn: asyncApi('setKeepScreenOn', () => undefined),
  hideKeyboard: asyncApi('hideKeyboard', () => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }),
});
