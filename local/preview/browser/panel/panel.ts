import type { ServerEvent } from '../../shared/server-events';
import type { PreviewMessage } from '../../shared/messages';
import { action, element } from '../api/dialog/element';
import { ClockSection } from './clock-section';
import { DeviceSection } from './device-section';
import { MessageSection } from './message-section';
import { PaySection } from './pay-section';
import { PhoneFrames, type Phone } from './phone-frames';
import { ScanSection } from './scan-section';
import { notice } from './section';
import { TroubleSection } from './trouble-section';
import { WhoSection } from './who-section';

const pay = new PaySection();
const clock = new ClockSection();
const trouble = new TroubleSection();
const chosen = (): Phone | undefined => frames?.chosen();
const scan = new ScanSection(chosen);
const who = new WhoSection(chosen);
const messages = new MessageSection(chosen);
const device = new DeviceSection(chosen);
const target = element('p.target');

function answer(phone: Phone, { id, kind }: { id: number; kind: string }): void {
  if (kind === 'pay') phone.send('answer', { id, value: pay.outcome() });
  else if (kind === 'scan') scan.ask(phone, id);
  else phone.send('answer', { id, error: `the panel knows no question of kind ${kind}` });
}

function heard(phone: Phone, { type, payload }: PreviewMessage): void {
  if (type === 'ask') answer(phone, payload as { id: number; kind: string });
  if (type === 'scan-ended') scan.end(phone);
  if (type === 'scan-opened') scan.opened(phone, (payload as { path?: string }).path);
  if (type === 'trouble') trouble.add(phone.id, payload as { kind: string; text: string });
}

function changed(): void {
  const phone = chosen();
  target.textContent =
    phone === undefined ? '' : `对手机 ${phone.id}${phone.route === '' ? '' : ` · ${phone.route}`}`;
  who.draw();
  device.draw();
  messages.draw();
}

let frames: PhoneFrames | undefined;

function start(): void {
  frames = new PhoneFrames({ heard, changed });
  const banner = element(
    'header.banner',
    {},
    element('strong', {}, '这是浏览器预览，不是微信'),
    element('span', {}, `${document.body.dataset['title'] ?? ''} · 人物、号码和支付都是虚构的`),
    element('a', { href: '/cloud', target: 'local-cloud' }, '本地云控制台'),
    action('button', '＋ 再开一部手机', () => frames?.add()),
  );
  const side = element(
    'aside.side',
    { 'aria-label': '控制面板' },
    target,
    notice,
    who.element,
    messages.element,
    scan.element,
    pay.element,
    clock.element,
    device.element,
    trouble.element,
  );
  document.body.append(banner, element('main', {}, frames.element, side));
  changed();
  new EventSource('/preview/events').addEventListener('message', ({ data }) => {
    const event = JSON.parse(String(data)) as ServerEvent;
    if (event.type === 'clock') clock.follow(event.offset);
    if (event.type === 'message') messages.arrived(event.openid);
  });
}

start();
