import type { PhoneStore, WxApiModule } from '../runtime/interfaces';
import { asyncApi, WxFailure } from './call';
import { decodeValue, encodeValue, keyLimit, sizeOf, totalLimit } from './stored-value';

interface KeyOptions {
  key: string;
  data?: unknown;
}

const total = (store: PhoneStore): number =>
  store.keys().reduce((sum, key) => sum + sizeOf(store.get(key) ?? ''), 0);

function write(store: PhoneStore, key: string, data: unknown): void {
  if (typeof key !== 'string' || key === '')
    throw new WxFailure('parameter error: parameter.key should be String');
  const text = encodeValue(data);
  const size = sizeOf(text);
  if (size > keyLimit) throw new WxFailure('entry size limit reached');
  if (total(store) - sizeOf(store.get(key) ?? '') + size > totalLimit) {
    throw new WxFailure('the storage has reached its limit of 10 MB');
  }
  store.set(key, text);
}

function read(store: PhoneStore, key: string): unknown {
  const text = store.get(key);
  return text === null ? undefined : decodeValue(text);
}

const info = (store: PhoneStore): Record<string, unknown> => ({
  keys: store.keys(),
  currentSize: Math.ceil(total(store) / 1024),
  limitSize: totalLimit / 1024,
});

/** The synchronous functions throw with the errMsg that the others would give. */
function sync<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/** What the mini program keeps on the phone; every phone of the preview has its own. */
export const storage: WxApiModule = ({ storage: store }) => ({
  setStorage: asyncApi<KeyOptions>('setStorage', ({ key, data }) => write(store, key, data)),
  setStorageSync: (key: string, data: unknown) => sync('setStorageSync', () => write(store, key, data)),
  getStorage: asyncApi<KeyOptions>('getStorage', ({ key }) => {
    const data = read(store, key);
    if (data === undefined) throw new WxFailure('data not found');
    return { data };
  }),
  getStorageSync: (key: string) => sync('getStorageSync', () => read(store, key) ?? ''),
  removeStorage: asyncApi<KeyOptions>('removeStorage', ({ key }) => store.remove(key)),
  removeStorageSync: (key: string) => store.remove(key),
  clearStorage: asyncApi('clearStorage', () => store.clear()),
  clearStorageSync: () => store.clear(),
  getStorageInfo: asyncApi('getStorageInfo', () => info(store)),
  getStorageInfoSync: () => info(store),
});
