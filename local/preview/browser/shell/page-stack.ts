import type { AppBundle } from '../../shared/app-bundle';
import type { MiniProgramCode } from '../runtime/code-space';
import { channelPair, type EventChannel } from '../runtime/event-channel';
import type { Navigation, PageInstance } from '../runtime/interfaces';
import { pageConfigOf } from './page-config';
import { PageView } from './page-view';
import { parseAddress, type PageAddress } from './routes';
import type { TabBarView } from './tab-bar';
import { slide } from './transition';

/** WeChat's limit of the page stack. */
const deepest = 10;

/** What the stack works with. */
export interface StackParts {
  bundle: AppBundle;
  code: MiniProgramCode;
  container: HTMLElement;
  tabBar: TabBarView | undefined;
  fast: boolean;
  /** Called whenever another page is on top. */
  changed: (top: PageView) => void;
  notFound: (address: PageAddress) => void;
}

/** The pages of the app: at most one tab page at the bottom, others above it, other tabs kept aside. */
export class PageStack implements Navigation {
  private stack: PageView[] = [];
  private readonly tabs = new Map<string, PageView>();

  constructor(private readonly parts: StackParts) {}

  get top(): PageView | undefined {
    return this.stack.at(-1);
  }

  /** Every view alive, tabs in the background included. */
  get views(): PageView[] {
    return [...new Set([...this.stack, ...this.tabs.values()])];
  }

  currentPages(): PageInstance[] {
    return this.stack.map(({ page }) => page.instance);
  }

  readonly navigateTo: Navigation['navigateTo'] = (url, events = {}) =>
    this.attempt(() => {
      const address = this.find(url);
      if (this.isTab(address)) throw new Error('can not navigateTo a tabbar page');
      if (this.stack.length >= deepest) throw new Error('webview count limit exceed');
      const { opener, opened } = channelPair();
      for (const [name, listener] of Object.entries(events)) opener.on(name, listener);
      const below = this.top;
      const view = this.create(address, opened);
      below?.page.hide();
      this.push(view);
      void slide(view.element, 'in', this.parts.fast).then(() => {
        if (this.top !== below) below?.setVisible(false);
      });
      return { eventChannel: opener };
    });

  readonly redirectTo: Navigation['redirectTo'] = (url) =>
    this.attempt(() => {
      const address = this.find(url);
      if (this.isTab(address)) throw new Error('can not redirectTo a tabbar page');
      const old = this.stack.pop();
      if (old && this.tabs.get(old.address.route) === old) this.tabs.delete(old.address.route);
      old?.close();
      this.push(this.create(address));
    });

  readonly switchTab: Navigation['switchTab'] = (url) =>
    this.attempt(() => {
      const address = { ...this.find(url), query: {} };
      if (!this.isTab(address)) throw new Error('can not switch to no-tabBar page');
      const bottom = this.stack[0];
      const known = this.tabs.get(address.route);
      for (const view of this.stack.splice(0).reverse()) if (!view.isTab) view.close();
      if (bottom?.isTab && bottom !== known) {
        bottom.page.hide();
        bottom.setVisible(false);
      }
      if (known) {
        this.stack = [known];
        this.reveal(known);
      } else this.push(this.create(address));
    });

  readonly reLaunch: Navigation['reLaunch'] = (url) =>
    this.attempt(() => {
      const address = this.find(url);
      for (const view of this.views.reverse()) view.close();
      this.stack = [];
      this.tabs.clear();
      this.push(this.create(address));
    });

  readonly navigateBack: Navigation['navigateBack'] = (delta = 1) =>
    this.attempt(() => {
      if (this.stack.length < 2) throw new Error('cannot navigate back at first page.');
      const count = Math.min(Math.max(1, delta), this.stack.length - 1);
      const leaving = this.stack.splice(-count).reverse();
      const below = this.top;
      if (!below) return;
      const [front] = leaving;
      const gone = front && slide(front.element, 'out', this.parts.fast);
      for (const view of leaving) view.close(gone);
      this.reveal(below);
    });

  private attempt<T>(change: () => T): Promise<T> {
    return new Promise((resolve) => resolve(change()));
  }

  private find(url: string): PageAddress {
    const address = parseAddress(url, this.top?.address.route);
    if (this.parts.bundle.pages.includes(address.route)) return address;
    this.parts.notFound(address);
    throw new Error(`page "${address.route}" is not found`);
  }

  private isTab({ route }: PageAddress): boolean {
    return this.parts.tabBar?.has(route) ?? false;
  }

  private create(address: PageAddress, channel?: EventChannel): PageView {
    const { bundle, code, tabBar } = this.parts;
    const isTab = this.isTab(address);
    const isHome = address.route === (bundle.config.entryPagePath ?? bundle.pages[0]);
    const hasBelow = this.stack.length > 0 && !isTab;
    const view = new PageView({
      code,
      config: pageConfigOf(bundle, address.route),
      address,
      channel,
      tabBarHeight: isTab ? tabBar?.height : undefined,
      customTabBar: isTab && bundle.config.tabBar?.custom === true,
      left: hasBelow ? 'back' : isTab || isHome ? 'none' : 'home',
      leftPressed: () => void (hasBelow ? this.navigateBack() : this.goHome()),
    });
    if (isTab) this.tabs.set(address.route, view);
    return view;
  }

  private goHome(): Promise<void> {
    const { config, pages } = this.parts.bundle;
    return this.reLaunch(`/${config.entryPagePath ?? pages[0] ?? ''}`);
  }

  private push(view: PageView): void {
    this.parts.container.append(view.element);
    this.stack.push(view);
    this.parts.changed(view);
    view.open();
    this.parts.changed(view);
  }

  private reveal(view: PageView): void {
    view.setVisible(true);
    this.parts.changed(view);
    view.page.show();
  }
}
