import { action, element } from '../api/dialog/element';
import { section } from './section';

const shown = 20;
const kinds: Readonly<Record<string, string>> = { missing: '预览没有这个接口', error: '脚本出错' };

/** 问题: what the phones reported; hidden as long as there is nothing. */
export class TroubleSection {
  private readonly list = element('ul.troubles');
  readonly element = section(
    '问题',
    this.list,
    action('button', '清除', () => this.clear()),
  );

  constructor() {
    this.clear();
  }

  add(phone: string, { kind, text }: { kind: string; text: string }): void {
    this.element.hidden = false;
    this.list.prepend(element('li', {}, `手机 ${phone} · ${kinds[kind] ?? kind}：${text}`));
    while (this.list.children.length > shown) this.list.lastChild?.remove();
  }

  private clear(): void {
    this.list.replaceChildren();
    this.element.hidden = true;
  }
}
