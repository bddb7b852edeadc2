import type { PhoneHost, PhoneIdentity, PhoneStore } from '../runtime/interfaces';
import { readJson } from './stores';

const key = 'identity';

/** An invented person of the host's list; more members are the panel's matter. */
interface Person {
  openid: string;
  phoneNumber: string;
  label: string;
}

/** Who the phone's WeChat is signed in as: phone N starts as the N-th person. */
export const createIdentity = (
  phoneId: string,
  state: PhoneStore,
  changed: (identity: PhoneIdentity | undefined) => void,
): PhoneHost['identity'] => {
  let pending: Promise<PhoneIdentity> | undefined;
  const current = (): PhoneIdentity | undefined => readJson<PhoneIdentity>(state, key);
  const change = (identity: PhoneIdentity | undefined): void => {
    if (identity === undefined) state.remove(key);
    else state.set(key, JSON.stringify(identity));
    changed(identity);
  };
  const first = async (): Promise<PhoneIdentity> => {
    const identity = await signIn(await defaultPerson(phoneId));
    change(identity);
    return identity;
  };
  const ensure = async (): Promise<PhoneIdentity> => {
    const known = current();
    if (known) return known;
    pending ??= first().finally(() => {
      pending = undefined;
    });
    return pending;
  };
  return { current, change, ensure };
};

const defaultPerson = async (phoneId: string): Promise<Person> => {
  const response = await fetch('/preview/people.json');
  const people = response.ok ? ((await response.json()) as Person[]) : [];
  const number = Number.parseInt(phoneId, 10);
  const person = people[(Number.isNaN(number) ? 0 : Math.max(0, number - 1)) % Math.max(1, people.length)];
  if (!person) throw new Error('The preview has no people to sign in as');
  return person;
};

const signIn = async ({ openid, phoneNumber, label }: Person): Promise<PhoneIdentity> => {
  const response = await fetch('/control/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-control': '1' },
    body: JSON.stringify({ openid, phoneNumber }),
  });
  if (!response.ok) throw new Error(`The local cloud refused to sign in (${response.status})`);
  const { token } = (await response.json()) as { token: string };
  return { openid, phoneNumber, label, token };
};
