import type { MiniProgramCode } from '../runtime/code-space';
import { elementOf, type Caller, type EngineRoot } from '../runtime/engine';
import type { EventChannel } from '../runtime/event-channel';
import { PageHandle } from '../runtime/page-handle';
import { make } from './dom';
import { navigationBarHeight, safeBottom, statusBarHeight } from './metrics';
import { NavigationBarView, type LeftButton } from './navigation-bar';
import type { PageConfig } from './page-config';
import { readPageMeta, type PageMeta } from './page-meta';
import { watchScroll } from './page-scroll';
import { PullDown } from './pull-down';
import type { PageAddress } from './routes';

/** What a new page view is made of. */
export interface PageViewParts {
  code: MiniProgramCode;
  config: PageConfig;
  address: PageAddress;
  channel: EventChannel | undefined;
  /** Space that a native tab bar takes below the page; undefined for pages that are no tabs. */
  tabBarHeight: number | undefined;
  /** The page gets the custom tab bar component over it. */
  customTabBar: boolean;
  left: LeftButton;
  leftPressed: () => void;
}

/** One page on the screen: navigation bar, scrolling content, pull-down indicator, custom tab bar. */
export class PageView {
  readonly element: HTMLElement;
  readonly scroller = make('main', 'page-scroller');
  readonly bar: NavigationBarView;
  readonly page: PageHandle;
  readonly pullDown: PullDown;
  readonly customTabBar: EngineRoot | undefined;
  private readonly window: HTMLElement;

  constructor(private readonly parts: PageViewParts) {
    const { code, config, address, channel } = parts;
    this.bar = new NavigationBarView(config, parts.left, parts.leftPressed);
    this.page = new PageHandle(code.createRoot('page', address.route), address.route, address.query, channel);
    this.pullDown = new PullDown(this.scroller, () => this.page.call('onPullDownRefresh'));
    this.window = make('div', 'page-window', {}, this.pullDown.indicator, this.scroller);
    this.element = make(
      'section',
      'page-view',
      { 'data-page': address.route },
      this.bar.element,
      this.window,
    );
    this.measure();
    this.window.style.backgroundColor = config.background;
    this.scroller.classList.toggle('still', config.noScroll);
    if (config.pullDown) this.pullDown.listen();
    watchScroll(this.scroller, this.page, config.reachBottom);
    if (parts.customTabBar) this.customTabBar = code.createRoot('custom-tab-bar', 'custom-tab-bar/index');
  }

  get address(): PageAddress {
    return this.parts.address;
  }

  get isTab(): boolean {
    return this.parts.tabBarHeight !== undefined;
  }

  get tabBarCaller(): Caller | undefined {
    return this.customTabBar?.get() as unknown as Caller | undefined;
  }

  /** Attaches the page and runs its first lifetimes; the view must be in the document. */
  open(): void {
    elementOf(this.page.root.getComponent())?.setAttribute('data-route', this.address.route);
    this.attachCustomTabBar();
    const placeholder = make('div', '');
    this.scroller.append(placeholder);
    this.page.open(this.scroller, placeholder);
  }

  /** Applies the page's own `<page-meta>`; the root font size belongs to whichever page is visible. */
  applyMeta(systemFontSize: number): void {
    const root = this.scroller.querySelector<HTMLElement>('page');
    if (!root) return;
    const meta: PageMeta = readPageMeta(root, systemFontSize);
    root.style.cssText = meta.pageStyle;
    if (meta.pageFontSize !== '') root.style.fontSize = meta.pageFontSize;
    // The page element scrolls in WeChat; here its scroller does.
    this.scroller.style.overflowY = /overflow(-y)?\s*:\s*hidden/.test(meta.pageStyle) ? 'hidden' : '';
    if (meta.backgroundColor !== '') this.window.style.backgroundColor = meta.backgroundColor;
    document.documentElement.style.fontSize = meta.rootFontSize;
  }

  setVisible(visible: boolean): void {
    this.element.classList.toggle('covered', !visible);
    this.element.inert = !visible;
  }

  /** Unloads the page; its last picture stays on the screen until `gone`. */
  close(gone?: Promise<void>): void {
    this.page.close();
    this.customTabBar?.release();
    this.element.inert = true;
    if (gone) void gone.then(() => this.element.remove());
    else this.element.remove();
  }

  private attachCustomTabBar(): void {
    if (!this.customTabBar) return;
    const placeholder = make('div', '');
    this.window.append(placeholder);
    this.customTabBar.attach(this.window as never, placeholder as never);
  }

  private measure(): void {
    const { config, tabBarHeight } = this.parts;
    const bar = config.customBar ? 0 : statusBarHeight() + navigationBarHeight;
    const bottom = tabBarHeight ?? 0;
    const { style } = this.element;
    style.bottom = `${bottom}px`;
    style.setProperty('--window-height', `calc(100vh - ${bar + bottom}px)`);
    style.setProperty('--safe-top', `${config.customBar ? statusBarHeight() : 0}px`);
    style.setProperty('--safe-bottom', `${bottom > 0 ? 0 : safeBottom()}px`);
  }
}
