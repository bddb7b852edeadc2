import { consentIdOf } from '../../_store/consents';
import type { Account } from '../../_store/accounts';
import type { Capacity } from '../call-context';

/** In what capacity the holder of a card sees it: `anyone` where there is no such card. Whether they may is asked elsewhere. */
export function cardCapacity(
  { _id, bindings }: Pick<Account, '_id' | 'bindings'>,
  patientId: string,
): Capacity {
  const card = bindings.find((binding) => binding.patientId === patientId);
  if (!card) return { role: 'anyone', mandateId: null };
  return card.relationship === 'relative'
    ? { role: 'relative', mandateId: consentIdOf(patientId, _id) }
    : { role: 'patient', mandateId: null };
}
