import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection } from './collection';
import type { Sealed } from './sealed-field';

/** What doctors must know of a patient at every visit. `_id` is the patient's id. */
export interface HealthNotes extends Aggregate {
  /** Sealed at field `allergies`. */
  readonly allergies: Sealed;
  readonly allergiesAt: number;
  readonly practitionerId: string;
}

const collection = new Collection<HealthNotes>('health-notes');

export const healthNotes = {
  findById: (patientId: string) => collection.findById(patientId),
  /** @throws DuplicateKeyError where there is one. */
  insert: (notes: HealthNotes) => collection.insert(notes),
  replace: (next: HealthNotes) => replaceIfUnchanged(collection, next),
};

/** Where a patient's allergies are sealed. */
export const allergiesPlace = (patientId: string) => ({ documentId: patientId, field: 'allergies' });
