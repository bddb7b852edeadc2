import type { CalendarDay } from '@core/domain/calendar-day';
import { isOpenAdmission, ADMISSION_STATES, type AdmissionState } from '@core/domain/clinic/admission';
import { NOBODY, replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';
import type { Sealed } from './sealed-field';

/**
 * A patient whom a doctor registers for a bed. `_id` is `m` and the keyed fingerprint of caller and request id.
 * `openKey` has a unique index: one patient waits for one bed; an ended one holds only its own id.
 */
export interface AdmissionRecord extends Aggregate {
  readonly patientId: string;
  readonly accountId: string;
  /** Masked name sealed at field `maskedName`. */
  readonly maskedName: Sealed;
  /** The visit at which it was decided. */
  readonly appointmentId: string;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly wardId: string;
  readonly wardName: string;
  readonly placeId: string;
  /** Sealed at field `reason`. */
  readonly reason: Sealed;
  readonly plannedDay: CalendarDay;
  readonly state: AdmissionState;
  readonly bed: string | null;
  readonly note: string | null;
  readonly steps: readonly { readonly state: AdmissionState; readonly at: number }[];
  readonly openKey: string;
  readonly requestedAt: number;
}

const collection = new Collection<AdmissionRecord>('admissions');
const OPEN = ADMISSION_STATES.filter(isOpenAdmission);
const LATEST_FIRST = ['requestedAt', 'desc'] as const;

export const admissions = {
  findById: (admissionId: string) => collection.findById(admissionId),
  findByPatient: (patientId: string) => collection.find({ patientId }, { limit: 50, orderBy: LATEST_FIRST }),
  findByPractitioner: (practitionerId: string) =>
    collection.find({ practitionerId }, { limit: 50, orderBy: LATEST_FIRST }),
  findOpen: () => collection.find({ state: command().in(OPEN) }, { limit: 200 }),
  findOpenOf: async (patientId: string): Promise<AdmissionRecord | null> =>
    (await collection.find({ openKey: patientId }, { limit: 1 }))[0] ?? null,
  findIdsOfAccount: async (accountId: string): Promise<string[]> =>
    (await collection.find({ accountId }, { limit: 1000, fields: ['_id'] })).map(({ _id }) => _id),
  /** Cuts the record of a deleted account off from it. */
  detach: (admissionId: string): Promise<boolean> =>
    collection.updateIf(admissionId, {}, { accountId: NOBODY, revision: command().inc(1) }),
  /** @throws DuplicateKeyError: `_id` where the command was accepted before, else the patient waits for a bed already. */
  insert: (admission: AdmissionRecord) => collection.insert(admission),
  replace: (next: AdmissionRecord) => replaceIfUnchanged(collection, next),
};
