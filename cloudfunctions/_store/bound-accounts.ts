import type { Account } from './accounts';
import { Collection } from './collection';

const collection = new Collection<Pick<Account, '_id' | 'signedIn' | 'bindings'>>('accounts');

/** Nobody has more people who care for them on record. */
const MOST = 20;

/** Every account that has the card of a patient, also a relative's. */
export async function holdersOf(patientId: string): Promise<string[]> {
  const found = await collection.find({ 'bindings.patientId': patientId }, { limit: MOST, fields: ['_id'] });
  return found.map(({ _id }) => _id);
}

/** Accounts that hold the card of a patient as their own or as that of a child in their care. */
export async function ownersOf(patientId: string): Promise<string[]> {
  const found = await collection.find(
    { 'bindings.patientId': patientId },
    { limit: MOST, fields: ['_id', 'bindings'] },
  );
  return found
    .filter(({ bindings }) =>
      bindings.some(
        (binding) =>
          binding.patientId === patientId &&
          (binding.relationship === 'self' || binding.relationship === 'child'),
      ),
    )
    .map(({ _id }) => _id);
}
