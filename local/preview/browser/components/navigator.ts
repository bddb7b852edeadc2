import type { BuiltInComponent, BuiltInNode, Navigation, PhoneHost } from '../runtime/interfaces';
import { pressProperties, showPress } from './press';
import { number, numberOf, text, textOf } from './properties';
import { onTap, tapByKeyboard } from './tap';

type Open = (navigation: Navigation, url: string, delta: number) => Promise<unknown>;

const openTypes: Record<string, Open> = {
  navigate: (navigation, url) => navigation.navigateTo(url),
  redirect: (navigation, url) => navigation.redirectTo(url),
  switchTab: (navigation, url) => navigation.switchTab(url),
  reLaunch: (navigation, url) => navigation.reLaunch(url),
  navigateBack: (navigation, _, delta) => navigation.navigateBack(delta),
};

async function follow(node: BuiltInNode, host: PhoneHost): Promise<void> {
  const type = textOf(node, 'openType');
  const open = openTypes[type];
  try {
    if (open === undefined) throw new Error(`fail open-type ${type} is not supported`);
    await open(host.navigation, textOf(node, 'url'), numberOf(node, 'delta', 1));
    node.fire('success', { errMsg: 'navigateTo:ok' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`preview: navigator: ${reason}`);
    node.fire('fail', { errMsg: `navigateTo:${reason}` });
  }
  node.fire('complete', {});
}

/** A link to another page. */
export const navigator: BuiltInComponent = {
  tag: 'navigator',
  properties: {
    ...pressProperties('navigator-hover', 50, 600),
    target: text('self'),
    url: text(),
    openType: text('navigate'),
    delta: number(1),
  },
  create(node, host) {
    const stop = showPress(node, 'navigator-hover');
    tapByKeyboard(node.element);
    onTap(node, () => void follow(node, host));
    return {
      attached() {
        if (!node.element.hasAttribute('role')) node.element.setAttribute('role', 'link');
        node.element.tabIndex = 0;
      },
      detached: stop,
    };
  },
};
