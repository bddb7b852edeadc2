import { action, element } from '../api/dialog/element';
import type { Phone } from './phone-frames';
import { hint, section, tell } from './section';

/** 扫码: holds a phone's question until someone gives it a code. */
export class ScanSection {
  private readonly field = element('input', {
    'aria-label': '码的内容',
    placeholder: '粘贴二维码或条码的内容',
  });
  private readonly state = hint('');
  private waiting: { phone: Phone; id: number } | undefined;
  readonly element = section(
    '扫码',
    this.state,
    element(
      'div.row',
      {},
      this.field,
      action('button.main', '扫到它', () => tell(() => this.answer())),
    ),
  );

  constructor() {
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

  private answer(): string {
    const code = this.field.value.trim();
    if (this.waiting === undefined) throw new Error('还没有手机在扫码：先在手机里点“扫一扫”');
    if (code === '') throw new Error('先粘贴码的内容');
    const { phone, id } = this.waiting;
    phone.send('answer', { id, value: code });
    this.end(phone);
    return `手机 ${phone.id} 扫到了`;
  }

  private draw(): void {
    this.state.textContent =
      this.waiting === undefined
        ? '手机里点“扫一扫”后，在这里给它一个码。'
        : `手机 ${this.waiting.phone.id} 正在扫码。`;
    this.element.toggleAttribute('data-waiting', this.waiting !== undefined);
  }
}
