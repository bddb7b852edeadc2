/**
 * How the parts of the preview meet. The runtime and the shell implement `PhoneHost`; a built-in
 * component is a `BuiltInComponent` listed in `browser/components/index.ts` (`builtInComponents`); a
 * group of `wx.*` functions is a `WxApiModule` listed in `browser/api/index.ts` (`wxApis`); the base
 * stylesheet is `browser/base-style/index.css` and styles the tags `wx-view`, `wx-text`, ….
 *
 * A built-in component is plain DOM: its host element is `<wx-TAG>`, the children written in WXML are
 * the host's own children, and whatever else it needs (an `<input>`, a spinner) it appends in `create`.
 * What the runtime does for every tag, so that a component need not: `id`, `class`, `style` (rpx
 * included), `data-*`, `aria-*` (`aria-role` becomes `role`), `hidden`, `tap` from click, `touch*`,
 * `transitionend`, `animation*`, `longpress`. A default role is set only where WXML gave none:
 * `if (!element.hasAttribute('role')) element.setAttribute('role', 'button')` in `attached`.
 */

/** The kind of a property; its default is `value`, or the kind's empty value. */
export interface BuiltInProperty {
  type:
    StringConstructor | NumberConstructor | BooleanConstructor | ArrayConstructor | ObjectConstructor | null;
  value?: unknown;
}

/** One built-in element on a page, as its component sees it. */
export interface BuiltInNode {
  readonly tag: string;
  readonly element: HTMLElement;
  /** Current property values by camelCase name, defaults included. */
  readonly props: Readonly<Record<string, unknown>>;
  /** Fires a component event (`bind:NAME`); it neither bubbles nor crosses components unless asked. */
  fire(name: string, detail?: unknown, options?: { bubbles?: boolean; composed?: boolean }): void;
  /** Changes a property from inside; `model:NAME` on the page follows. Does not call `changed`. */
  setProp(name: string, value: unknown): void;
}

/** What a component does during the life of one element. */
export interface BuiltInController {
  /** Called once after creation with every property, then for every change. */
  changed?(name: string, value: unknown): void;
  attached?(): void;
  detached?(): void;
  /** False swallows a tap on the element or inside it (a disabled button). */
  acceptsTap?(): boolean;
  /** Lets `form` collect this element: its current value. */
  formValue?(): unknown;
  /** Lets `form` reset this element. */
  formReset?(): void;
  /** What `SelectorQuery.fields({ node: true })` and `.node()` answer (a canvas). */
  queryNode?(): unknown;
}

/** One built-in component, for example `{ tag: 'view', properties: {...}, create }`. */
export interface BuiltInComponent {
  /** As written in WXML: `scroll-view`. Its element is `<wx-scroll-view>`. */
  tag: string;
  properties?: Record<string, BuiltInProperty>;
  create?(node: BuiltInNode, host: PhoneHost): BuiltInController;
}

/** A group of `wx.*` members; a name given twice, or missing from every group, is reported loudly. */
export type WxApiModule = (host: PhoneHost) => Record<string, unknown>;

/** Settings of one phone that the panel changes; kept over reloads. */
export interface PhoneSettings {
  offline: boolean;
  /** WeChat's own font size in px: 15 to 22, 17 is standard (index of the eight steps is the panel's matter). */
  fontSizeSetting: number;
  /** fontSizeSetting against the standard size. */
  fontSizeScaleFactor: number;
}

/** Who the phone's WeChat is signed in as. `token` is the signed bearer token of the local cloud. */
export interface PhoneIdentity {
  openid: string;
  phoneNumber: string;
  label: string;
  token: string;
}

/** A key-value store that belongs to one phone and survives reloads. */
export interface PhoneStore {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
  clear(): void;
}

/** A page of the stack as `getCurrentPages()` gives it: the page's own `this`. */
export type PageInstance = Record<string, unknown> & { route: string; options: Record<string, string> };

/** What `wx.navigateTo` and its family need. All reject with an Error whose message is WeChat's errMsg tail. */
export interface Navigation {
  navigateTo(
    url: string,
    events?: Record<string, (data: unknown) => void>,
  ): Promise<{ eventChannel: unknown }>;
  redirectTo(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  reLaunch(url: string): Promise<void>;
  navigateBack(delta?: number): Promise<void>;
  currentPages(): PageInstance[];
}

/** The bar on top of the current page. */
export interface NavigationBar {
  setTitle(title: string): void;
  setColor(front: string, background: string): void;
  setLoading(loading: boolean): void;
  /** The capsule's box in CSS px of the phone. */
  capsule(): DOMRect;
}

/** The native tab bar; with a custom one, `hide` and `show` still work and the rest is ignored. */
export interface TabBar {
  setBadge(index: number, text: string): void;
  removeBadge(index: number): void;
  setRedDot(index: number, shown: boolean): void;
  setItem(index: number, item: { text?: string; iconPath?: string; selectedIconPath?: string }): void;
  setVisible(visible: boolean): void;
}

/** Pull-down refresh of the current page. */
export interface PullDown {
  start(): void;
  stop(): void;
}

/** An element found by a WXML selector. */
export interface FoundNode {
  element: HTMLElement;
  id: string;
  dataset: Record<string, unknown>;
  mark: Record<string, unknown>;
  /** Property values by camelCase name, of built-ins and of the app's own components. */
  props: Readonly<Record<string, unknown>>;
  queryNode(): unknown;
}

/** Selector search inside one component or page; without a scope, inside the current page. */
export interface NodeSearch {
  select(scope: unknown, selector: string): FoundNode | null;
  selectAll(scope: unknown, selector: string): FoundNode[];
  /** The scrolling viewport of the current page. */
  viewport(): HTMLElement;
  /** The built-in element that belongs to this DOM element, if one does. */
  builtIn(element: Element): { node: BuiltInNode; controller: BuiltInController } | undefined;
  /** name and value of a form field: a built-in with `formValue`, or a component with `wx://form-field`. */
  formField(element: Element): { name: string; value: unknown; reset(): void } | undefined;
}

/** Connection to the control panel around the phone's frame (`window.parent`). */
export interface PanelLink {
  /** False where the phone page was opened by itself: answer inside the phone then. */
  readonly connected: boolean;
  send(type: string, payload?: unknown): void;
  /** Puts a question to the person at the panel; rejects when there is no panel. */
  ask(kind: string, payload?: unknown): Promise<unknown>;
  /** Returns the function that stops listening. Message types: see `shared/messages.ts`. */
  on(type: string, listener: (payload: unknown) => void): () => void;
}

/** Moments of the app that `wx.onX` functions listen to. */
export interface HostEvents {
  'app-show': { path: string; query: Record<string, string>; scene: number };
  'app-hide': { reason: number };
  /** The message WeChat gives `wx.onError`: text and stack. */
  error: string;
  'unhandled-rejection': { reason: unknown; promise: Promise<unknown> };
  'settings-change': PhoneSettings;
  'identity-change': PhoneIdentity | undefined;
  'page-not-found': { path: string; query: Record<string, string>; isEntryPage: boolean };
  'window-resize': { windowWidth: number; windowHeight: number };
}

/** Everything the phone offers to built-in components and `wx.*`. */
export interface PhoneHost {
  readonly phoneId: string;
  /** app.json of the mini program. */
  readonly appConfig: Readonly<Record<string, unknown>>;
  readonly navigation: Navigation;
  readonly navigationBar: NavigationBar;
  readonly tabBar: TabBar;
  readonly pullDown: PullDown;
  /** The mini program's own storage (`wx.setStorage`): raw strings, encoding and limits are the API's. */
  readonly storage: PhoneStore;
  /** What WeChat itself remembers on this phone: permissions, privacy consent, clipboard. */
  readonly state: PhoneStore;
  readonly settings: { get(): PhoneSettings; change(part: Partial<PhoneSettings>): void };
  readonly identity: {
    current(): PhoneIdentity | undefined;
    /** Signs in as the phone's default person the first time. */
    ensure(): Promise<PhoneIdentity>;
    change(identity: PhoneIdentity | undefined): void;
  };
  readonly nodes: NodeSearch;
  readonly panel: PanelLink;
  /** Where dialogs, toasts and sheets go: covers the phone's screen, lets taps through where empty. */
  overlay(): HTMLElement;
  /** Sizes in CSS px of the phone. The capsule is in `navigationBar.capsule()`. */
  metrics(): {
    screenWidth: number;
    screenHeight: number;
    windowWidth: number;
    windowHeight: number;
    statusBarHeight: number;
    safeArea: { left: number; top: number; right: number; bottom: number; width: number; height: number };
    pixelRatio: number;
  };
  /** Address the browser can load for a path of the mini program (`/images/a.png`, or relative to the page). */
  assetUrl(path: string): string;
  on<K extends keyof HostEvents>(event: K, listener: (payload: HostEvents[K]) => void): () => void;
  emit<K extends keyof HostEvents>(event: K, payload: HostEvents[K]): void;
  /** Scrolls the current page; `top` in CSS px. */
  scrollPage(top: number, duration: number): void;
  /** Relaunches the app from its first page, as killing and opening WeChat does. */
  relaunch(): void;
  /** `?fast=1`: transitions last 0 ms. */
  readonly fast: boolean;
}
