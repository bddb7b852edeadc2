import { refuse } from '@core/domain/result';
import type { Account } from '../_store/accounts';
import type { RulePack } from '../_store/catalog';
import { patientIdOf } from '../_store/new-patient';
import type { PersonToBind } from './person-to-bind';

/** Why there is no room for this card in the account: one own card, and as many people as the hospital allows. */
export function bindingBar(account: Account, person: PersonToBind, { maxPatientsPerAccount }: RulePack) {
  const patientId = patientIdOf(person.normalized);
  const others = account.bindings.filter((bound) => bound.patientId !== patientId);
  if (person.relationship === 'self' && others.some(({ relationship }) => relationship === 'self')) {
    return refuse('SELF_ALREADY_BOUND', null);
  }
  const isNew = others.length === account.bindings.length;
  return isNew && others.length >= maxPatientsPerAccount
    ? refuse('TOO_MANY_PATIENTS', { maximum: maxPatientsPerAccount })
    : null;
}
