import type { AppointmentStatus, RefundView } from '@core/contract/booking';
import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { Fen } from '@core/domain/money';
import { NOBODY, replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';
import type { Sealed } from './sealed-field';

export interface StoredRefund extends RefundView {
  readonly refundId: string;
  readonly rule: string;
}

/**
 * One appointment from hold to end. `_id` is `a` and the keyed fingerprint of caller and request id: the same tap can
 * never make two. `liveKeys` has a unique index: while the appointment lives it holds one key for patient, doctor and
 * day and one for each half-hour it touches; an ended one holds only its own id (an empty list would count as null).
 */
export interface AppointmentRecord extends Aggregate {
  readonly status: AppointmentStatus;
  readonly endedBy: 'patient' | 'lapse' | 'no-seat' | 'hospital' | null;
  readonly accountId: string;
  readonly patientId: string;
  /** Masked name sealed at field `maskedName`. */
  readonly maskedName: Sealed;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly practitionerTitle: string;
  readonly departmentId: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly preparation: string | null;
  readonly sessionId: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly seat: number;
  /** Round of the claim that holds the seat. */
  readonly seatRound: number;
  readonly place: string;
  /** Fixed when the seat was held. */
  readonly feeFen: Fen;
  readonly holdExpiresAt: number | null;
  readonly payment: 'none' | 'waiting' | 'paid';
  readonly paidAt: number | null;
  /** Counted out at the window; absent where it was paid by phone. */
  readonly paidInCash?: boolean;
  /** A paper invoice counts (rule A6); absent where none was ever printed. */
  readonly invoicePrinted?: boolean;
  /** When that was last said. */
  readonly invoiceChangedAt?: number;
  readonly acceptsNearby: boolean;
  readonly movedFrom: { readonly start: ClockTime; readonly end: ClockTime } | null;
  /** How far the visit has come; absent before check-in. */
  readonly attendance?: 'arrived' | 'seen' | 'finished';
  readonly refund: StoredRefund | null;
  /** The hospital ended it and there was no phone to tell; absent otherwise. */
  readonly unreached?: true;
  readonly liveKeys: readonly string[];
  readonly createdAt: number;
}

const collection = new Collection<AppointmentRecord>('appointments');

export const appointments = {
  findById: (appointmentId: string) => collection.findById(appointmentId),
  findByAccount: (accountId: string) =>
    collection.find({ accountId }, { limit: 200, orderBy: ['createdAt', 'desc'] }),
  findByPatient: (patientId: string) =>
    collection.find({ patientId }, { limit: 200, orderBy: ['createdAt', 'desc'] }),
  /** Everyone of a session, ended appointments too. */
  findOfSession: (sessionId: string) => collection.find({ sessionId }, { limit: 1000 }),
  findIdsOfSession: async (sessionId: string): Promise<string[]> =>
    (await collection.find({ sessionId }, { limit: 1000, fields: ['_id'] })).map(({ _id }) => _id),
  findExpiredHolds: (now: number, limit: number) =>
    collection.find({ status: 'pending', holdExpiresAt: command().lte(now) }, { limit }),
  findClosing: (limit: number) => collection.find({ status: 'closing' }, { limit }),
  /** Live appointments of a practitioner from a day on, for changes of the hospital's folder. */
  findLiveOf: (practitionerId: string, from: CalendarDay) =>
    collection.find(
      { practitionerId, day: command().gte(from), status: command().in(['pending', 'closing', 'booked']) },
      { limit: 1000 },
    ),
  findIdsOfAccount: async (accountId: string): Promise<string[]> =>
    (await collection.find({ accountId }, { limit: 1000, fields: ['_id'] })).map(({ _id }) => _id),
  /** Cuts the record of a deleted account off from it. */
  detach: (appointmentId: string): Promise<boolean> =>
    collection.updateIf(appointmentId, {}, { accountId: NOBODY, revision: command().inc(1) }),
  /** Whether a living appointment holds this key. */
  holdsKey: async (key: string): Promise<boolean> =>
    (await collection.find({ liveKeys: key }, { limit: 1, fields: ['_id'] })).length > 0,
  holdsAnyKey: async (keys: readonly string[]): Promise<boolean> =>
    (await collection.find({ liveKeys: command().in(keys) }, { limit: 1, fields: ['_id'] })).length > 0,
  /** @throws DuplicateKeyError: `_id` where the command was accepted before, else a live key. */
  insert: (appointment: AppointmentRecord) => collection.insert(appointment),
  replace: (next: AppointmentRecord) => replaceIfUnchanged(collection, next),
};
