import type { Me } from '@core/contract/identity';
import type { Contract } from '@core/contract/index';
import { api } from './api';
import type { ClientAnswer } from './client-answer';
import { me } from './me-store';

export { defaultPatient, missingStep, patientsOf } from './identity-step';
export { me } from './me-store';

type IdentityAnswer<Name extends keyof Contract['identity']['procedures']> = ClientAnswer<
  Contract['identity']['procedures'][Name]
>;

/** Asks the server who the caller is. */
export async function refreshMe(): Promise<IdentityAnswer<'getMe'>> {
  const answer = await api.identity.getMe({});
  if (answer.ok) me.set(answer.value);
  return answer;
}

/** What is known already, else the server's word. */
export async function knownMe(): Promise<IdentityAnswer<'getMe'>> {
  const known = me.get();
  return known === null ? refreshMe() : { ok: true, value: known };
}

/** Takes the new `Me` that a command answered with, and hands the answer on. */
export function adoptMe<A extends { readonly ok: true; readonly value: Me } | { readonly ok: false }>(
  answer: A,
): A {
  if (answer.ok) me.set(answer.value);
  return answer;
}
