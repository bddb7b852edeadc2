import { addDays, daysBetween, type CalendarDay, type ClockTime } from '@core/domain/calendar-day';
import type { Fen } from '@core/domain/money';
import { Collection, command } from './collection';

export type Pool =
  'online' | 'window' | 'referral' | 'mdt' | 'obstetric-card' | 'follow-up' | 'volunteer' | 'add-on';

/** A half-hour of a session and the numbers of its seats, in order. */
export interface SessionSlot {
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly seats: readonly number[];
}

/** Who has a seat. A seat without a claim is free. */
export interface SeatClaim {
  /** Appointment id, or `external` for seats the hospital's other channels gave out. */
  readonly holder: string;
  /** Grows when the holder is seated again after losing a seat: a late release of the earlier one changes nothing. */
  readonly round: number;
  readonly patientId: string | null;
  readonly accountId: string | null;
  readonly claimedAt: number;
}

/**
 * A practitioner's half-day. `_id` is `<practitionerId>_<day>_<am|pm>`. Seats are numbered 1…capacity in time order
 * across pools: the number is the patient's queue number.
 */
export interface Session {
  readonly _id: string;
  readonly practitionerId: string;
  readonly clinicId: string;
  readonly departmentId: string;
  readonly day: CalendarDay;
  readonly halfDay: 'am' | 'pm';
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly place: string;
  readonly feeFen: Fen;
  readonly status: 'open' | 'stopped';
  /** From when the online pool may be booked. */
  readonly opensAt: number;
  readonly slots: readonly SessionSlot[];
  /** seat → pool */
  readonly pools: Readonly<Record<string, Pool>>;
  /** seat → claim */
  readonly claims: Readonly<Record<string, SeatClaim>>;
  /** Free seats of the online pool: kept in the same update as the claims, so lists need not read the seats. */
  readonly onlineLeft: number;
  /** When a seat was last claimed: tells the sweeper where to look for orphans. 0 once it has seen to all of them. */
  readonly lastClaimAt: number;
  /** While those whom a stop hits are still being told: when the timer looks again. Null once all have been. */
  readonly stopDueAt?: number | null;
}

export type SessionSummaryFields = Pick<
  Session,
  | '_id'
  | 'practitionerId'
  | 'clinicId'
  | 'day'
  | 'halfDay'
  | 'start'
  | 'end'
  | 'feeFen'
  | 'status'
  | 'opensAt'
  | 'onlineLeft'
>;

const SUMMARY_FIELDS = [
  '_id',
  'practitionerId',
  'clinicId',
  'day',
  'halfDay',
  'start',
  'end',
  'feeFen',
  'status',
  'opensAt',
  'onlineLeft',
];

const collection = new Collection<Session>('sessions');

export const sessions = {
  findById: (sessionId: string) => collection.findById(sessionId),
  /** @throws DuplicateKeyError where the session was published before. */
  insert: (session: Session) => collection.insert(session),
  /** @throws DuplicateKeyError where one of them was; those before it are published. */
  insertAll: (several: readonly Session[]) => collection.insertAll(several),

  findSummaries: (clinicId: string, from: CalendarDay, to: CalendarDay): Promise<SessionSummaryFields[]> =>
    collection.find(
      { clinicId, day: command().in(daysFrom(from, to)) },
      { limit: 1000, fields: SUMMARY_FIELDS },
    ),

  findOfDay: (practitionerId: string, day: CalendarDay) =>
    collection.find({ practitionerId, day }, { limit: 10 }),

  /** A practitioner's sessions from a day on. */
  findFrom: (practitionerId: string, from: CalendarDay) =>
    collection.find({ practitionerId, day: command().gte(from) }, { limit: 100 }),

  /** Every session of a day, without its seats. */
  findPlacesOfDay: (day: CalendarDay): Promise<(SessionSummaryFields & Pick<Session, 'place'>)[]> =>
    collection.find({ day }, { limit: 1000, fields: [...SUMMARY_FIELDS, 'place'] }),

  findIdsOfDays: async (days: readonly CalendarDay[]): Promise<string[]> => {
    const found = await Promise.all(
      days.map((day) => collection.find({ day }, { limit: 1000, fields: ['_id'] })),
    );
    return found.flat().map(({ _id }) => _id);
  },

  /** Sessions with claims that the sweeper has not seen to, the longest quiet first. */
  findUnswept: (limit: number) =>
    collection.find({ lastClaimAt: command().gt(0) }, { limit, orderBy: ['lastClaimAt', 'asc'] }),
  /** Nothing happens where a seat was claimed since the session was read. */
  markSwept: ({ _id, lastClaimAt }: Session): Promise<boolean> =>
    collection.updateIf(_id, { lastClaimAt }, { lastClaimAt: 0 }),

  /** Takes a practitioner's sessions off sale from a day on. */
  stopAllOf: async (practitionerId: string, from: CalendarDay): Promise<void> => {
    const found = await collection.find(
      { practitionerId, day: command().gte(from), status: 'open' },
      { limit: 1000, fields: ['_id'] },
    );
    for (const { _id } of found) await collection.updateIf(_id, {}, { status: 'stopped' });
  },

  /** Off sale at once; from `dueAt` on the timer sees to everyone it hits. False where it was stopped before. */
  stop: (sessionId: string, dueAt: number): Promise<boolean> =>
    collection.updateIf(sessionId, { status: 'open' }, { status: 'stopped', stopDueAt: dueAt }),
  /** Stopped sessions of which somebody may not have been told yet. */
  findStopping: (now: number, limit: number) =>
    collection.find({ stopDueAt: command().lte(now) }, { limit, orderBy: ['stopDueAt', 'asc'] }),
  postponeStop: (sessionId: string, dueAt: number | null): Promise<boolean> =>
    collection.updateIf(sessionId, { status: 'stopped' }, { stopDueAt: dueAt }),

  /** Takes a seat beyond those of the session: false where somebody has it, or the session was stopped. */
  claimAddOn: (sessionId: string, seat: number, claim: SeatClaim): Promise<boolean> =>
    collection.updateIf(
      sessionId,
      {
        status: 'open',
        [`pools.${seat}`]: command().exists(false),
        [`claims.${seat}`]: command().exists(false),
      },
      {
        [`pools.${seat}`]: 'add-on',
        [`claims.${seat}`]: command().set(claim),
        lastClaimAt: claim.claimedAt,
      },
    ),

  /** Takes one seat of the online pool in one conditional update: false where it is no longer free. */
  claimSeat: (sessionId: string, seat: number, claim: SeatClaim): Promise<boolean> =>
    collection.updateIf(
      sessionId,
      { status: 'open', [`pools.${seat}`]: 'online', [`claims.${seat}`]: command().exists(false) },
      {
        [`claims.${seat}`]: command().set(claim),
        onlineLeft: command().inc(-1),
        lastClaimAt: claim.claimedAt,
      },
    ),

  /** Takes over one's own claim for a new try: false where it is no longer as it was read. */
  renewClaim: (sessionId: string, seat: number, [before, next]: readonly [SeatClaim, SeatClaim]) =>
    collection.updateIf(sessionId, sameClaim(seat, before), {
      [`claims.${seat}`]: command().set(next),
      lastClaimAt: next.claimedAt,
    }),

  /** Gives the seat back to its pool: false where it is no longer claimed so. Doing it twice does no harm. */
  releaseSeat: async (sessionId: string, seat: number, claim: ClaimKey): Promise<boolean> =>
    (await collection.updateIf(
      sessionId,
      { [`pools.${seat}`]: 'online', ...sameClaim(seat, claim) },
      { [`claims.${seat}`]: command().remove(), onlineLeft: command().inc(1) },
    )) || removeAddOn(sessionId, seat, claim),
};

/** A seat that was added for somebody goes with them. */
const removeAddOn = (sessionId: string, seat: number, claim: ClaimKey): Promise<boolean> =>
  collection.updateIf(
    sessionId,
    { [`pools.${seat}`]: 'add-on', ...sameClaim(seat, claim) },
    { [`claims.${seat}`]: command().remove(), [`pools.${seat}`]: command().remove() },
  );

/** Which claim is meant; with `claimedAt`, only as long as nobody took it up again. */
export type ClaimKey = Pick<SeatClaim, 'holder' | 'round'> & Partial<Pick<SeatClaim, 'claimedAt'>>;

const sameClaim = (seat: number, { holder, round, claimedAt }: ClaimKey): Record<string, unknown> => ({
  [`claims.${seat}.holder`]: holder,
  [`claims.${seat}.round`]: round,
  ...(claimedAt === undefined ? {} : { [`claims.${seat}.claimedAt`]: claimedAt }),
});

/** Every day of the range: an equality per day uses the index on clinic and day. */
const daysFrom = (from: CalendarDay, to: CalendarDay): CalendarDay[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, offset) => addDays(from, offset));
