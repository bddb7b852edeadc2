import type { Scope } from '@core/contract/access';
import type { Consent } from '@core/domain/identity/consent';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { blindIndex } from './blind-index';
import { Collection } from './collection';
import type { Sealed } from './sealed-field';

/**
 * What a patient, or the guardian of a young child, lets one relative do. `_id` follows from patient and relative: there is
 * one, granting again replaces its terms, and revoking it leaves nothing that could still allow.
 */
export interface FamilyConsent extends Aggregate, Consent<Scope> {
  readonly patientId: string;
  readonly granterAccountId: string;
  readonly relativeAccountId: string;
  /** Masked names as the two phones show them, sealed at fields `patientName` and `relativeName`. */
  readonly patientName: Sealed;
  readonly relativeName: Sealed;
  readonly revokedBy: 'patient' | 'relative' | 'system' | null;
}

const collection = new Collection<FamilyConsent>('consents');
const LATEST = 50;

export const consentIdOf = (patientId: string, relativeAccountId: string): string =>
  `c${blindIndex('consent', `${patientId}\n${relativeAccountId}`)}`;

export const consents = {
  findById: (consentId: string) => collection.findById(consentId),
  /** The one consent by which this relative may act for the patient, whatever its state. */
  findFor: (patientId: string, relativeAccountId: string) =>
    collection.findById(consentIdOf(patientId, relativeAccountId)),
  findByGranter: (granterAccountId: string) =>
    collection.find({ granterAccountId }, { limit: LATEST, orderBy: ['from', 'desc'] }),
  /** Whoever gave them: a child may have two guardians, a person two phones. */
  findByPatient: (patientId: string) =>
    collection.find({ patientId }, { limit: LATEST, orderBy: ['from', 'desc'] }),
  findByRelative: (relativeAccountId: string) =>
    collection.find({ relativeAccountId }, { limit: LATEST, orderBy: ['from', 'desc'] }),
  /** @throws DuplicateKeyError where there is one for patient and relative already. */
  insert: (consent: FamilyConsent) => collection.insert(consent),
  replace: (next: FamilyConsent) => replaceIfUnchanged(collection, next),
};
