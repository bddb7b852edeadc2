import { guardianshipEnds } from '@core/domain/identity/guardianship';
import { boundPerson, type Account, type Binding } from '../_store/accounts';

/** Until when the account may decide for the person of a card: a guardian until a birthday, a relative not at all. */
export function decidesUntil(account: Account, binding: Binding, childBelowYears: number): number {
  if (binding.relationship === 'relative') return 0;
  if (binding.relationship === 'self') return Number.POSITIVE_INFINITY;
  return guardianshipEnds(boundPerson(account._id, binding).birthDate, childBelowYears);
}
