import type { Pulse } from '../shared/overview';
import { element } from './page/element';
import { announce, notice } from './page/notice';
import { read, Refusal } from './server/ask';
import { Header } from './shell/header';
import { poll } from './shell/poll';
import { clockTab } from './tabs/clock-tab';
import { DatabaseTab } from './tabs/database/database-tab';
import { faultTab } from './tabs/faults/fault-tab';
import { fileTab } from './tabs/file-tab';
import { FunctionTab } from './tabs/functions/function-tab';
import { messageTab } from './tabs/message-tab';
import { OverviewTab } from './tabs/overview/overview-tab';
import { payTab } from './tabs/pay/pay-tab';
import type { Tab } from './tabs/tab';
import { QuotaTab } from './tabs/quota-tab';
import { timerTab } from './tabs/timer-tab';

const overview = new OverviewTab();
const tabs: readonly Tab[] = [
  overview,
  new DatabaseTab(),
  new FunctionTab(),
  payTab(),
  messageTab(),
  fileTab(),
  timerTab(),
  clockTab(),
  faultTab(),
  new QuotaTab(),
];
const header = new Header();
const links = tabs.map(({ id, title }) => element('a', { href: `#${id}` }, title));
const main = element('main');
let shown: Tab | undefined;

/** A part of the address; a broken escape stands for itself. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Shows the tab that the address names; the first one where it names none. */
function follow(): void {
  const [id, ...rest] = location.hash.slice(1).split('/').map(decoded);
  const tab: Tab = tabs.find((one) => one.id === id) ?? overview;
  tab.open?.(rest);
  if (tab !== shown) main.replaceChildren(tab.element);
  shown = tab;
  document.title = `${tab.title} · Local cloud`;
  links.forEach((link, at) => {
    if (tabs[at] === tab) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  });
}

async function beat(): Promise<void> {
  try {
    const [pulse] = await Promise.all([read<Pulse>('pulse'), shown?.refresh()]);
    header.show(pulse);
    overview.beat(pulse);
  } catch (error) {
    if (error instanceof Refusal && error.status === 0) header.show(undefined);
    else announce(error instanceof Error ? error.message : String(error), true);
  }
}

document.body.append(header.element, element('nav.tabs', { 'aria-label': 'Tabs' }, ...links), main, notice);
follow();
const polling = poll(beat);
window.addEventListener('hashchange', () => {
  follow();
  polling.now();
});
