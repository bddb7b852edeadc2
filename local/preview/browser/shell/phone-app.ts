import type { AppBundle } from '../../shared/app-bundle';
import { wxApis } from '../api';
import { builtInComponents } from '../components';
import { AppInstance } from '../runtime/app-instance';
import { addCallerMethods } from '../runtime/caller-methods';
import { MiniProgramCode } from '../runtime/code-space';
import { measureSetData } from '../runtime/data-stats';
import { elementOf, type Caller } from '../runtime/engine';
import { listenToAnimations } from '../runtime/events/animation-events';
import { Gesture } from '../runtime/events/gesture';
import { listenToTaps } from '../runtime/events/tap-events';
import { listenToTouches } from '../runtime/events/touch-events';
import type { BuiltInComponent, PhoneHost } from '../runtime/interfaces';
import { createNodeSearch } from '../runtime/node-search';
import { Troubles } from '../runtime/troubles';
import { createWx } from '../runtime/wx-object';
import { createHost } from './host';
import { entryAddress, launch, rememberAddress, watchVisibility } from './launch';
import { PageStack } from './page-stack';
import { obeyPanel } from './panel-commands';
import type { PageView } from './page-view';
import { formatAddress } from './routes';
import { createScreen, type Screen } from './screen';
import { TabBarView } from './tab-bar';
import { showTrouble } from './trouble-view';

/** One phone with one mini program on it. */
export class Phone {
  private readonly screen: Screen = createScreen();
  private readonly app = new AppInstance();
  private readonly troubles: Troubles;
  private readonly host: PhoneHost;
  private readonly code: MiniProgramCode;
  private readonly stack: PageStack;
  private readonly tabBar: TabBarView | undefined;

  constructor(
    private readonly bundle: AppBundle,
    parameters: URLSearchParams,
  ) {
    const fast = parameters.has('fast');
    document.documentElement.classList.toggle('fast', fast);
    const nodes = createNodeSearch({
      currentPage: () => this.stack.top?.page.caller,
      viewport: () => this.stack.top?.scroller ?? this.screen.pages,
      behaviors: () => this.code.behaviors,
    });
    this.host = createHost({
      bundle,
      phoneId: parameters.get('id') ?? '1',
      connected: window.parent !== window && !parameters.has('framed'),
      fast,
      overlay: this.screen.overlay,
      stack: () => this.stack,
      tabBar: () => this.tabBar,
      nodes: () => nodes,
    });
    this.troubles = new Troubles((trouble) => {
      showTrouble(this.screen.troubles, trouble);
      this.host.panel.send('trouble', trouble);
      if (trouble.kind === 'error') this.host.emit('error', trouble.text);
    });
    this.code = new MiniProgramCode(bundle, this.builtIns(), this.host);
    this.tabBar = this.createTabBar();
    this.stack = new PageStack({
      bundle,
      code: this.code,
      container: this.screen.pages,
      tabBar: this.tabBar,
      fast,
      changed: (top) => this.pageChanged(top),
      notFound: (address) =>
        this.host.emit('page-not-found', { path: address.route, query: address.query, isEntryPage: false }),
    });
  }

  /** Runs `app.js` and opens the first page. */
  async start(): Promise<void> {
    const { app, host, bundle, code } = this;
    const wx = createWx(wxApis, host, (name) => this.troubles.missing(name));
    addCallerMethods({ wx, tabBarOf: (caller) => this.viewOf(caller)?.tabBarCaller });
    const globals = {
      wx,
      App: app.register,
      getApp: app.get,
      getCurrentPages: () => this.stack.currentPages(),
    };
    Object.assign(window, globals);
    this.listen();
    code.runScript('app');
    host.on('error', (message) => app.call('onError', message));
    await launch({ bundle, app, host }, entryAddress(bundle));
    host.panel.send('ready', { route: formatAddress(this.stack.top?.address ?? { route: '', query: {} }) });
  }

  private listen(): void {
    const { stats, tapBegins } = measureSetData();
    Object.assign(window, { __previewStats: stats });
    const gesture = new Gesture();
    listenToTouches(gesture);
    listenToTaps(gesture, tapBegins);
    listenToAnimations();
    watchVisibility(this.app, this.host);
    obeyPanel(this.host);
    window.addEventListener('resize', () => this.resized());
    window.addEventListener('hashchange', () => location.reload());
    window.addEventListener('unhandledrejection', ({ reason, promise }) => {
      this.host.emit('unhandled-rejection', { reason: reason as unknown, promise });
    });
    this.host.on('settings-change', () => this.applyMeta());
  }

  private createTabBar(): TabBarView | undefined {
    const config = this.bundle.config.tabBar;
    if (!config) return undefined;
    const view = new TabBarView(
      config,
      (path) => this.host.assetUrl(path),
      (route) => {
        void this.stack.switchTab(`/${route}`);
        const item = config.list.findIndex(({ pagePath }) => pagePath === route);
        this.stack.top?.page.call('onTabItemTap', {
          index: item,
          pagePath: route,
          text: config.list[item]?.text,
        });
      },
    );
    view.setVisible(true);
    this.screen.pages.append(view.element);
    return view;
  }

  private pageChanged(top: PageView): void {
    this.screen.statusBar.setTone(top.bar.tone);
    this.tabBar?.select(top.isTab ? top.address.route : '');
    this.applyMeta();
    const url = formatAddress(top.address);
    rememberAddress(url);
    this.host.panel.send('route', { route: url });
  }

  /** `<page-meta>` draws nothing; whatever it says is applied to the visible page at once. */
  private builtIns(): BuiltInComponent[] {
    const changed = (): void => queueMicrotask(() => this.applyMeta());
    return builtInComponents.map((builtIn) =>
      builtIn.tag === 'page-meta' ? { ...builtIn, create: () => ({ changed }) } : builtIn,
    );
  }

  private resized(): void {
    const { windowWidth, windowHeight } = this.host.metrics();
    this.host.emit('window-resize', { windowWidth, windowHeight });
    this.stack.top?.page.call('onResize', { size: { windowWidth, windowHeight } });
  }

  private applyMeta(): void {
    this.stack.top?.applyMeta(this.host.settings.get().fontSizeSetting);
  }

  private viewOf(caller: Caller): PageView | undefined {
    const element = elementOf(caller._$);
    return this.stack.views.find((view) => element !== undefined && view.element.contains(element));
  }
}
