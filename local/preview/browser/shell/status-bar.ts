import { make } from './dom';
import { icons } from './icons';
import { statusBarHeight } from './metrics';

/** Time of the virtual clock in the hospital's zone, which no computer's own zone may change. */
const clockText = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** The phone's top line: time, the words that this is no WeChat, signal and battery. */
export class StatusBar {
  readonly element: HTMLElement;
  private readonly time = make('span', 'status-time');

  constructor() {
    const right = make('span', 'status-signs', { 'aria-hidden': 'true' });
    right.innerHTML = icons.signal + icons.battery;
    const notice = make('span', 'status-notice', { role: 'note' }, '预览，不是微信');
    this.element = make('div', 'status-bar', {}, this.time, notice, right);
    this.element.style.height = `${statusBarHeight()}px`;
    this.tick();
    setInterval(() => this.tick(), 1000);
  }

  /** Light text on dark bars and the reverse; `tone` is the text's. */
  setTone(tone: 'black' | 'white'): void {
    this.element.dataset.tone = tone;
  }

  tick(): void {
    const text = clockText.format(Date.now());
    if (this.time.textContent !== text) this.time.textContent = text;
  }
}
