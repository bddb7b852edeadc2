import type { PhoneHost, PhoneSettings, PhoneStore } from '../runtime/interfaces';
import { readJson } from './stores';

const key = 'settings';
const standard: PhoneSettings = { offline: false, fontSizeSetting: 17, fontSizeScaleFactor: 1 };

/** Settings that outlive a reload; `changed` hears every change. */
export const createSettings = (
  state: PhoneStore,
  changed: (settings: PhoneSettings) => void,
): PhoneHost['settings'] => {
  let current = { ...standard, ...readJson<Partial<PhoneSettings>>(state, key) };
  return {
    get: () => current,
    change: (part) => {
      current = { ...current, ...part };
      state.set(key, JSON.stringify(current));
      changed(current);
    },
  };
};
