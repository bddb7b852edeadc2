import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { action, element } from './dialog/element';
import { openLayer } from './dialog/layer';

/** Waits for a code: typed into the phone's own field, or given by the panel. */
function waitForCode(host: PhoneHost): Promise<string> {
  return new Promise((resolve, reject) => {
    const field = element('input.wx-scan-field', {
      placeholder: '粘贴二维码或条码的内容',
      'aria-label': '码的内容',
    });
    const end = (code: string | undefined): void => {
      layer.close();
      host.panel.send('scan-ended');
      if (code === undefined || code === '') reject(new WxFailure('cancel'));
      else resolve(code);
    };
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') end(field.value.trim());
    });
    const body = element(
      'div.wx-consent',
      {},
      element('div.wx-consent-title', {}, '扫一扫'),
      element('div.wx-scan-window', { 'aria-hidden': 'true' }),
      element('div.wx-consent-text', {}, '预览没有摄像头，请填写码里的内容。'),
      field,
      element(
        'div.wx-consent-buttons',
        {},
        action('button.wx-consent-refuse', '取消', () => end(undefined)),
        action('button.wx-consent-agree', '扫到了', () => end(field.value.trim())),
      ),
    );
    const layer = openLayer(host, body, { kind: 'sheet', label: '扫一扫', dismiss: () => end(undefined) });
    if (!host.panel.connected) return;
    void host.panel.ask('scan').then(
      (code) => end(typeof code === 'string' ? code : undefined),
      () => undefined,
    );
  });
}

/** WeChat gives the code's bytes as well. */
const base64 = (text: string): string => btoa(String.fromCharCode(...new TextEncoder().encode(text)));

/** Scanning codes. */
export const scan: WxApiModule = (host) => ({
  scanCode: asyncApi<{ scanType?: string[] }>('scanCode', async () => {
    const result = await waitForCode(host);
    return {
      result,
      scanType: 'QR_CODE',
      charSet: 'UTF-8',
      rawData: base64(result),
    };
  }),
});
