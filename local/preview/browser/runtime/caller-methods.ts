import { callerPrototype, type Caller } from './engine';

/** What instance methods of pages and components reach for. */
export interface CallerContext {
  wx: Record<string, unknown>;
  /** The custom tab bar of the page that a component belongs to. */
  tabBarOf(caller: Caller): Caller | undefined;
}

/** Adds WeChat's instance methods that the adapter lacks, or answers differently. */
export const addCallerMethods = (context: CallerContext): void => {
  const call = (name: string, ...values: unknown[]): unknown => {
    const method = context.wx[name];
    return typeof method === 'function'
      ? (method as (...values: unknown[]) => unknown)(...values)
      : undefined;
  };
  const methods = {
    createSelectorQuery(this: Caller): unknown {
      const query = call('createSelectorQuery') as { in(scope: unknown): unknown } | undefined;
      return query?.in(this);
    },
    createIntersectionObserver(this: Caller, options?: unknown): unknown {
      return call('createIntersectionObserver', this, options);
    },
    getTabBar(this: Caller, callback?: (tabBar: unknown) => void): unknown {
      const tabBar = context.tabBarOf(this);
      if (tabBar) callback?.(tabBar);
      return tabBar;
    },
    getPageId(this: Caller): string {
      return `pageId:${this._$.is}`;
    },
  };
  for (const [name, value] of Object.entries(methods)) {
    Object.defineProperty(callerPrototype, name, { value, configurable: true, writable: true });
  }
};
