import { action, element } from '../api/dialog/element';
import type { PhoneIdentity } from '../runtime/interfaces';
import { isPreviewMessage, messageSource, type PreviewMessage } from '../../shared/messages';

export interface Phone {
  readonly id: string;
  readonly frame: HTMLElement;
  identity: PhoneIdentity | undefined;
  route: string;
  send(type: string, payload?: unknown): void;
  /** Resolves when the mini program has started the next time, or failed to for a while. */
  started(): Promise<void>;
}

interface PhoneFramesOptions {
  /** A phone said something. */
  heard: (phone: Phone, message: PreviewMessage) => void;
  /** The chosen phone, its identity or its page changed. */
  changed: () => void;
}

const key = 'preview:panel:phones';
const limit = 4;
/** How long a start is waited for, in ms. */
const patience = 5000;

function remembered(): string[] {
  try {
    const ids = JSON.parse(localStorage.getItem(key) ?? '[]') as unknown;
    const valid = Array.isArray(ids) ? ids.filter((id): id is string => /^\d+$/u.test(String(id))) : [];
    return valid.length === 0 ? ['1'] : valid;
  } catch {
    return ['1'];
  }
}

/** Who a phone was signed in as before the panel was opened. */
function rememberedIdentity(id: string): PhoneIdentity | undefined {
  const text = localStorage.getItem(`preview:${id}:state:identity`);
  return text === null ? undefined : (JSON.parse(text) as PhoneIdentity);
}

/** The phones side by side; one of them is the chosen one, which the panel acts on. */
export class PhoneFrames {
  readonly element = element('div.phones');
  private readonly phones: Phone[] = [];
  private readonly waiting = new Map<string, () => void>();
  private chosenId = '';

  constructor(private readonly options: PhoneFramesOptions) {
    addEventListener('message', (event: MessageEvent<unknown>) => this.receive(event));
    for (const id of remembered()) this.open(id);
    this.choose(this.phones[0]?.id ?? '');
  }

  chosen(): Phone | undefined {
    return this.phones.find((phone) => phone.id === this.chosenId);
  }

  add(): void {
    if (this.phones.length >= limit) return;
    const taken = new Set(this.phones.map((phone) => phone.id));
    let id = 1;
    while (taken.has(String(id))) id += 1;
    this.open(String(id));
    this.choose(String(id));
    this.remember();
  }

  choose(id: string): void {
    this.chosenId = id;
    for (const phone of this.phones) phone.frame.toggleAttribute('data-chosen', phone.id === id);
    this.options.changed();
  }

  private open(id: string): void {
    const view = element('iframe.phone-view', {
      src: `/phone/?id=${id}`,
      title: `手机 ${id}`,
      allow: 'clipboard-write',
    });
    const choose = action('button.phone-choose', `手机 ${id}`, () => this.choose(id));
    const close = action('button.phone-close', '关闭', () => this.close(id), {
      'aria-label': `关闭手机 ${id}`,
    });
    const who = element('span.phone-who', {}, '');
    const frame = element(
      'section.phone',
      { 'aria-label': `手机 ${id}` },
      element('header', {}, choose, who, close),
      view,
    );
    const phone: Phone = {
      id,
      frame,
      identity: undefined,
      route: '',
      send: (type, payload) =>
        view.contentWindow?.postMessage({ source: messageSource, phone: id, type, payload }, location.origin),
      started: () =>
        new Promise((resolve) => {
          this.waiting.set(id, resolve);
          setTimeout(resolve, patience);
        }),
    };
    this.phones.push(phone);
    this.element.append(frame);
  }

  private close(id: string): void {
    if (this.phones.length === 1) return;
    const index = this.phones.findIndex((phone) => phone.id === id);
    this.phones[index]?.frame.remove();
    this.phones.splice(index, 1);
    if (this.chosenId === id) this.choose(this.phones[0]?.id ?? '');
    this.remember();
  }

  private remember(): void {
    localStorage.setItem(key, JSON.stringify(this.phones.map((phone) => phone.id)));
    this.options.changed();
  }

  private receive({ origin, data }: MessageEvent<unknown>): void {
    if (origin !== location.origin || !isPreviewMessage(data)) return;
    const phone = this.phones.find((one) => one.id === data.phone);
    if (phone === undefined) return;
    if (data.type === 'identity') phone.identity = (data.payload ?? undefined) as PhoneIdentity | undefined;
    if (data.type === 'ready') this.waiting.get(phone.id)?.();
    if (data.type === 'ready') phone.identity ??= rememberedIdentity(phone.id);
    if (data.type === 'ready' || data.type === 'route')
      phone.route = (data.payload as { route: string }).route;
    const who = phone.frame.querySelector('.phone-who');
    if (who !== null) who.textContent = phone.identity?.label ?? '';
    this.options.heard(phone, data);
    this.options.changed();
  }
}
