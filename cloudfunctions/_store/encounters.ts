import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { Progress } from '@core/domain/visit/encounter';
import type { Priority } from '@core/domain/visit/queue-rules';
import { NOBODY, replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';
import type { Sealed } from './sealed-field';
import { DuplicateKeyError } from './store-errors';

/** A checkpoint that was passed. */
export interface PassedCheckpoint {
  readonly step: 1 | 2 | 3;
  readonly at: number;
  readonly by: 'self' | 'nurse' | 'doctor';
  /** Account of who did it. */
  readonly byAccount: string;
}

/** Where a patient waited before being sent on to another doctor. */
export interface EarlierLeg {
  readonly sessionId: string;
  readonly practitionerId: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly queueNumber: number;
  readonly startedAt: number | null;
  readonly endedAt: number;
  readonly reason: string;
}

/**
 * A visit from check-in to leaving the room. `_id` is the appointment's id. A transfer to another doctor moves the whole
 * document there, so that nobody can fall between two queues; where they were before is in `legs`.
 */
export interface EncounterRecord extends Aggregate, Progress {
  readonly patientId: string;
  readonly accountId: string;
  /** Masked name sealed at field `maskedName`. */
  readonly maskedName: Sealed;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly areaId: string;
  readonly sessionId: string;
  readonly sessionStart: ClockTime;
  readonly sessionEnd: ClockTime;
  readonly place: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly queueNumber: number;
  readonly priority: Priority;
  readonly arrivedAt: number;
  readonly checkpoints: readonly PassedCheckpoint[];
  readonly legs: readonly EarlierLeg[];
  /** The appointment ended after check-in (a refund at the window): nobody is called for it any more. */
  readonly withdrawnAt: number | null;
}

/** As much of a visit as a queue is reckoned from. */
export type QueuedEncounter = Pick<
  EncounterRecord,
  | '_id'
  | 'patientId'
  | 'maskedName'
  | 'queueNumber'
  | 'day'
  | 'start'
  | 'end'
  | 'priority'
  | 'arrivedAt'
  | 'legs'
  | 'withdrawnAt'
  | keyof Progress
>;

const QUEUE_FIELDS: readonly (keyof QueuedEncounter)[] = [
  '_id',
  'patientId',
  'maskedName',
  'queueNumber',
  'day',
  'start',
  'end',
  'priority',
  'arrivedAt',
  'legs',
  'withdrawnAt',
  'state',
  'passes',
  'calls',
  'calledAt',
  'startedAt',
  'finishedAt',
  'again',
];

/**
 * Follows from the rest with each save and has a unique index: of a session, one visit at most can be on the way to the room,
 * from however many phones it is called.
 */
interface Sole {
  readonly soleKeys: readonly string[];
}

/** What no two visits can have at once. Whose appointment has ended after the call keeps nobody else from being called. */
export const soleKeys = ({
  _id,
  state,
  sessionId,
  withdrawnAt,
}: Pick<EncounterRecord, '_id' | 'state' | 'sessionId' | 'withdrawnAt'>): readonly string[] =>
  state === 'called' && withdrawnAt === null ? [_id, `${sessionId}#called`] : [_id];

const withSoleKeys = (record: EncounterRecord): EncounterRecord & Sole => ({
  ...record,
  soleKeys: soleKeys(record),
});

const collection = new Collection<EncounterRecord & Sole>('encounters');
/** More people than any session has seats. */
const SESSION = 300;

export const encounters = {
  findById: (appointmentId: string) => collection.findById(appointmentId),
  /** Everybody of a session, also those who have left. */
  findBySession: (sessionId: string): Promise<QueuedEncounter[]> =>
    collection.find({ sessionId, withdrawnAt: null }, { limit: SESSION, fields: QUEUE_FIELDS }),
  /** Everybody who is or was in a session's queue, also those whose appointment has ended. */
  findOfSession: (sessionId: string): Promise<QueuedEncounter[]> =>
    collection.find({ sessionId }, { limit: SESSION, fields: QUEUE_FIELDS }),
  /** The visit of a session that took this command. */
  findByRequest: async (sessionId: string, requestId: string): Promise<EncounterRecord | null> =>
    (await collection.find({ sessionId, 'requests.requestId': requestId }, { limit: 1 }))[0] ?? null,
  findByArea: (areaId: string, day: CalendarDay) =>
    collection.find({ areaId, day, withdrawnAt: null }, { limit: 1000 }),
  findByPatient: (patientId: string, day: CalendarDay) => collection.find({ patientId, day }, { limit: 20 }),
  /** The latest visits of a patient, whoever saw them. */
  findLatestOf: (patientId: string, limit: number) =>
    collection.find({ patientId, withdrawnAt: null }, { limit, orderBy: ['day', 'desc'] }),
  findIdsOfAccount: async (accountId: string): Promise<string[]> =>
    (await collection.find({ accountId }, { limit: 1000, fields: ['_id'] })).map(({ _id }) => _id),
  /** Cuts the visit of a deleted account off from it. */
  detach: (appointmentId: string): Promise<boolean> =>
    collection.updateIf(appointmentId, {}, { accountId: NOBODY, revision: command().inc(1) }),
  /** @throws DuplicateKeyError where this appointment checked in before. */
  insert: (record: EncounterRecord) => collection.insert(withSoleKeys(record)),
  /** False also where another visit of the session is being called. */
  replace: async (next: EncounterRecord): Promise<boolean> => {
    try {
      return await replaceIfUnchanged(collection, withSoleKeys(next));
    } catch (thrown) {
      if (thrown instanceof DuplicateKeyError) return false;
      throw thrown;
    }
  },
};
