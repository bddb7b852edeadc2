import type { PhoneHost, WxApiModule } from './interfaces';

/** Old APIs that libraries only ask for (`!!wx.getUserProfile`): not having them is a fine answer. */
const askedFor: ReadonlySet<string> = new Set(['getUserProfile']);

/**
 * The global `wx`. A member that no group defines is reported loudly: `missing` hears its name once, and
 * reading it gives undefined, as an API of a newer WeChat would.
 */
export const createWx = (
  modules: readonly WxApiModule[],
  host: PhoneHost,
  missing: (name: string) => void,
): Record<string, unknown> => {
  const members: Record<string, unknown> = {};
  for (const module of modules) {
    for (const [name, member] of Object.entries(module(host))) {
      if (name in members) missing(`${name} (given twice)`);
      members[name] = member;
    }
  }
  const reported = new Set<string>();
  return new Proxy(members, {
    get: (target, name) => {
      if (typeof name === 'symbol' || name in target) return Reflect.get(target, name) as unknown;
      if (!reported.has(name) && !askedFor.has(name)) missing(name);
      reported.add(name);
      return undefined;
    },
  });
};
