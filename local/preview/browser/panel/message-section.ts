import { action, element } from '../api/dialog/element';
import { control } from './local-control';
import type { Phone } from './phone-frames';
import { hint, section } from './section';

interface ReceivedMessage {
  openid: string;
  title: string;
  data: { key: string; label: string; value: string }[];
  page?: string;
}

/** WeChat, scene values: the app was opened by a subscription message. */
const messageScene = 1014;
const shown = 10;

/** 收到的消息: subscription messages of the chosen phone's user, newest first; hidden while there is none. */
export class MessageSection {
  private readonly list = element('ul.received');
  readonly element = section('收到的消息', hint('点一条消息，小程序打开它的页面。'), this.list);
  private openid = '';

  constructor(private readonly chosen: () => Phone | undefined) {
    this.element.hidden = true;
  }

  /** Another phone was chosen, or another person signed in on it. */
  draw(): void {
    const openid = this.chosen()?.identity?.openid ?? '';
    if (openid !== this.openid) void this.read(openid);
  }

  /** A message arrived somewhere. */
  arrived(openid: string): void {
    if (openid === this.openid) void this.read(openid);
  }

  private async read(openid: string): Promise<void> {
    this.openid = openid;
    const none: { messages: ReceivedMessage[] } = { messages: [] };
    const { messages } = openid === '' ? none : await control<typeof none>('messages').catch(() => none);
    if (openid !== this.openid) return;
    const own = messages.filter((message) => message.openid === openid).slice(0, shown);
    this.list.replaceChildren(...own.map((message) => this.row(message)));
    this.element.hidden = own.length === 0;
  }

  private row({ title, data, page }: ReceivedMessage): HTMLElement {
    const open = (): void => {
      if (page === undefined) return;
      const url = `/${page.replace(/^\//u, '')}`;
      this.chosen()?.send('navigate', { url, scene: messageScene });
    };
    const lines = data.map(({ key, label, value }) =>
      element('span', {}, `${label === '' ? key : label}：${value}`),
    );
    const button = action('button', title, open);
    button.append(...lines);
    return element('li', {}, button);
  }
}
