import type { PhoneHost, PhoneStore, WxApiModule } from '../runtime/interfaces';

const ownerKey = 'storage-owner';
const parkedKey = (openid: string): string => `parked:${openid}`;
const isUserState = (key: string): boolean => key === 'privacy-consent' || key.startsWith('permission:');

interface Parked {
  storage: [string, string][];
  state: [string, string][];
}

function take(store: PhoneStore, belongs: (key: string) => boolean): [string, string][] {
  const keys = store.keys().filter(belongs);
  const entries = keys.map((key): [string, string] => [key, store.get(key) ?? '']);
  for (const key of keys) store.remove(key);
  return entries;
}

function put(store: PhoneStore, entries: readonly [string, string][]): void {
  for (const [key, value] of entries) store.set(key, value);
}

/**
 * Storage and consent belong to a WeChat user on a phone, not to the phone: another user finds neither,
 * and the first one gets them back on returning. What was stored before anyone was known goes to the
 * first user.
 */
function changeOwner({ storage, state }: PhoneHost, next: string): void {
  const owner = state.get(ownerKey) ?? '';
  if (owner === next) return;
  if (owner !== '') {
    const parked: Parked = { storage: take(storage, () => true), state: take(state, isUserState) };
    state.set(parkedKey(owner), JSON.stringify(parked));
  }
  state.set(ownerKey, next);
  const waiting = next === '' ? null : state.get(parkedKey(next));
  if (waiting === null) return;
  const parked = JSON.parse(waiting) as Parked;
  state.remove(parkedKey(next));
  put(storage, parked.storage);
  put(state, parked.state);
}

/** Keeps what two WeChat users of one phone stored apart; adds nothing to `wx`. */
export const userData: WxApiModule = (host) => {
  host.on('identity-change', (identity) => changeOwner(host, identity?.openid ?? ''));
  return {};
};
