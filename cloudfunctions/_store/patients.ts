import type { CalendarDay } from '@core/domain/calendar-day';
import type { FlagOutcome } from '@core/domain/visit/gate-rules';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection } from './collection';
import type { Sealed } from './sealed-field';

export interface OutpatientNumber {
  readonly number: string;
  readonly issuedOn: CalendarDay;
  readonly lastVisit: CalendarDay | null;
}

/**
 * A person of the hospital's register. `_id` is `p-` and the keyed fingerprint of the identity number, so the same
 * person can never be entered twice; `outpatientNumbers.number` has a unique index.
 */
export interface PatientRecord extends Aggregate {
  /** Sealed at fields `name`, `identityNumber`, `phone`. */
  readonly name: Sealed;
  readonly identityNumber: Sealed;
  readonly phone: Sealed;
  /** Keyed fingerprints, to compare without opening. */
  readonly nameIndex: string;
  readonly phoneIndex: string;
  readonly outpatientNumbers: readonly OutpatientNumber[];
  /** Kept away from ordinary clinics by the gate; absent where nobody ever was. */
  readonly flagged?: { readonly outcome: FlagOutcome; readonly until: number } | null;
}

const collection = new Collection<PatientRecord>('patients');

export const patients = {
  findById: (patientId: string) => collection.findById(patientId),
  /** @throws DuplicateKeyError where the person or the number exists. */
  insert: (patient: PatientRecord) => collection.insert(patient),
  replace: (next: PatientRecord) => replaceIfUnchanged(collection, next),
};
