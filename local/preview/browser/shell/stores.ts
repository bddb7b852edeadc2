import type { PhoneStore } from '../runtime/interfaces';

/** A part of localStorage; keys of other phones and other parts stay out of sight. */
export const createStore = (prefix: string): PhoneStore => {
  const own = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  return {
    get: (key) => localStorage.getItem(prefix + key),
    set: (key, value) => localStorage.setItem(prefix + key, value),
    remove: (key) => localStorage.removeItem(prefix + key),
    keys: () => own().map((key) => key.slice(prefix.length)),
    clear: () => {
      for (const key of own()) localStorage.removeItem(key);
    },
  };
};

/** Everything one phone keeps: the mini program's storage, and what WeChat itself remembers. */
export const phoneStores = (phoneId: string): { storage: PhoneStore; state: PhoneStore } => ({
  storage: createStore(`preview:${phoneId}:storage:`),
  state: createStore(`preview:${phoneId}:state:`),
});

/** Parsed JSON of a key, or undefined where it is missing or broken. */
export const readJson = <T>(store: PhoneStore, key: string): T | undefined => {
  const text = store.get(key);
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
};
