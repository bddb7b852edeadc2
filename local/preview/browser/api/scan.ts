import type { PhoneHost, WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { action, element } from './dialog/element';
import { openLayer } from './dialog/layer';
import { pathOfCode } from './program-code';
import { pictureField } from './read-code';

/** Waits for a code: typed into the phone's own field, read from a picture, or given by the panel. */
function waitForCode(host: PhoneHost): Promise<string> {
  return new Promise((resolve, reject) => {
    const field = element('input.wx-scan-field', {
      placeholder: '粘贴二维码或条码的内容',
      'aria-label': '码的内容',
    });
    const note = element('div.wx-consent-text', {}, '预览没有摄像头：选择一张有码的图片，或填写码里的内容。');
    const end = (code: string | undefined): void => {
      layer.close();
      host.panel.send('scan-ended');
      if (code === undefined || code === '') reject(new WxFailure('cancel'));
      else resolve(code);
    };
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') end(field.value.trim());
    });
    const picture = pictureField(end, () => (note.textContent = '图片里没有找到二维码，请换一张。'));
    const body = element(
      'div.wx-consent',
      {},
      element('div.wx-consent-title', {}, '扫一扫'),
      element('div.wx-scan-window', { 'aria-hidden': 'true' }),
      note,
      picture,
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

/** What a mini program's own code gives besides its path: nobody but WeChat can read it. [MEM] */
const ownCode = { result: '', scanType: 'WX_CODE' };

/** Scanning codes. */
export const scan: WxApiModule = (host) => ({
  scanCode: asyncApi<{ scanType?: string[] }>('scanCode', async () => {
    const text = await waitForCode(host);
    const path = await pathOfCode(host, text);
    const seen = path === undefined ? { result: text, scanType: 'QR_CODE' } : { ...ownCode, path };
    return { ...seen, charSet: 'UTF-8', rawData: base64(text) };
  }),
});
