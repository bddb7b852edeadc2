import { glassEasel, type Caller, type EngineRoot } from './engine';
import type { EventChannel } from './event-channel';
import type { PageInstance } from './interfaces';

/** One page of the stack: the app's instance and its lifetimes in WeChat's order. */
export class PageHandle {
  readonly caller: Caller;
  private shown = false;
  private gone = false;

  constructor(
    readonly root: EngineRoot,
    readonly route: string,
    readonly query: Record<string, string>,
    channel: EventChannel | undefined,
  ) {
    this.caller = root.get() as unknown as Caller;
    Object.assign(this.caller, {
      route,
      __route__: route,
      options: query,
      getOpenerEventChannel: () => channel ?? {},
    });
  }

  /** What `getCurrentPages()` lists. */
  get instance(): PageInstance {
    return this.caller as unknown as PageInstance;
  }

  /** Attaches to a placeholder below `parent`, then loads, shows and, after the first layout, is ready. */
  open(parent: Element, placeholder: Element): void {
    this.takeQuery();
    this.root.attach(parent as never, placeholder as never);
    this.call('onLoad', this.query);
    this.show();
    setTimeout(() => {
      if (!this.gone) this.call('onReady');
    });
  }

  show(): void {
    if (this.shown) return;
    this.shown = true;
    this.call('onShow');
    this.root.getComponent().triggerPageLifetime('show', []);
  }

  hide(): void {
    if (!this.shown) return;
    this.shown = false;
    this.call('onHide');
    this.root.getComponent().triggerPageLifetime('hide', []);
  }

  /** A page that is closed is unloaded without being hidden first, as in WeChat. */
  close(): void {
    this.gone = true;
    this.shown = false;
    this.call('onUnload');
    // An answer may still come in: what is drawn for a page that is gone is dropped without a word.
    this.caller.setData = (_data, callback) => callback?.call(this.caller);
    this.root.release();
  }

  has(name: string): boolean {
    return typeof this.caller[name] === 'function';
  }

  /** Calls a page method where it exists; an exception is reported, not passed on. */
  call(name: string, ...values: unknown[]): unknown {
    const method = this.caller[name];
    if (typeof method !== 'function') return undefined;
    try {
      return method.apply(this.caller, values) as unknown;
    } catch (error) {
      reportError(error);
      return undefined;
    }
  }

  /** A page made by `Component()` gets the query's values as properties of the same names. */
  private takeQuery(): void {
    const component = this.root.getComponent();
    const known = Object.entries(this.query).filter(([name]) =>
      glassEasel.Component.hasProperty(component, name),
    );
    if (known.length > 0) component.setData(Object.fromEntries(known));
  }
}
