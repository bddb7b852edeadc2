import { action, element } from '../api/dialog/element';
import { pictureField } from '../api/read-code';
import type { Phone } from './phone-frames';
import { hint, section, tell } from './section';

/** 扫码: gives a code to the phone that scans, or to WeChat's own scanner on the chosen phone. */
export class ScanSection {
  private readonly field = element('input', {
    'aria-label': '码的内容',
    placeholder: '粘贴二维码或条码的内容',
  });
  private readonly state = hint('');
  private waiting: { phone: Phone; id: number } | undefined;
  private readonly picture = pictureField(
    (text) => this.read(text),
    () => void tell(() => Promise.reject(new Error('图片里没有找到二维码'))),
  );
  readonly element = section(
    '扫码',
    this.state,
    element(
      'div.row',
      {},
      this.field,
      action('button.main', '扫到它', () => tell(() => this.answer())),
    ),
    element(
      'div.row',
      {},
      this.picture,
      action('button', '用微信扫一扫打开', () => tell(() => this.open())),
    ),
  );

  constructor(private readonly chosen: () => Phone | undefined) {
    this.draw();
  }

  /** A phone opened its scanner. */
  ask(phone: Phone, id: number): void {
    this.waiting = { phone, id };
    this.draw();
    this.field.focus();
  }

  /** A phone closed its scanner, with a code or without. */
  end(phone: Phone): void {
    if (this.waiting?.phone !== phone) return;
    this.waiting = undefined;
    this.draw();
  }

  /** A phone's WeChat looked at a code. */
  opened(phone: Phone, path: string | undefined): void {
    void tell(() => {
      if (path === undefined) throw new Error('这不是本小程序的小程序码');
      return `手机 ${phone.id} 打开了 ${path}`;
    });
  }

  /** A picture's code is used at once where a phone is scanning, else it waits in the field. */
  private read(text: string): void {
    this.field.value = text;
    void tell(() => (this.waiting === undefined ? '图片里的码已填好' : this.answer()));
  }

  private code(): string {
    const code = this.field.value.trim();
    if (code === '') throw new Error('先选择图片，或粘贴码的内容');
    return code;
  }

  private answer(): string {
    if (this.waiting === undefined) throw new Error('还没有手机在扫码：先在手机里点“扫一扫”');
    const value = this.code();
    const { phone, id } = this.waiting;
    phone.send('answer', { id, value });
    this.end(phone);
    return `手机 ${phone.id} 扫到了`;
  }

  private open(): void {
    this.chosen()?.send('scan-open', { text: this.code() });
  }

  private draw(): void {
    this.state.textContent =
      this.waiting === undefined
        ? '手机里点“扫一扫”后，在这里给它一个码。'
        : `手机 ${this.waiting.phone.id} 正在扫码。`;
    this.element.toggleAttribute('data-waiting', this.waiting !== undefined);
  }
}
