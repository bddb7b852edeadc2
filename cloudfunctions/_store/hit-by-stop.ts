import { isAffected, type StoppedVisit } from '@core/domain/clinic/stop';
import { appointments, type AppointmentRecord } from './appointments';
import { encounters, type QueuedEncounter } from './encounters';

/** Somebody whom stopping a session hits or has hit. */
export interface HitByStop {
  readonly record: AppointmentRecord;
  /** Booked with another doctor, who sent them on to the one who does not come. */
  readonly sentHere: boolean;
}

/** Whom a stop hits or has hit: its own patients, and those whom another doctor had sent to its queue. */
export async function hitByStop(sessionId: string): Promise<readonly HitByStop[]> {
  const [booked, entered] = await Promise.all([
    appointments.findOfSession(sessionId),
    encounters.findOfSession(sessionId),
  ]);
  const own = new Set(booked.map(({ _id }) => _id));
  const sent = entered.filter(({ _id }) => !own.has(_id));
  const guests = await Promise.all(sent.map(({ _id }) => appointments.findById(_id)));
  const found = [...booked, ...guests.flatMap((guest) => guest ?? [])].map((record) => ({
    record,
    sentHere: record.sessionId !== sessionId,
  }));
  const hits = await Promise.all(
    found.map(async (one) => {
      const here = entered.find(({ _id }) => _id === one.record._id) ?? null;
      return isHitOrWas(one, here ?? (await elsewhere(one)), here === null);
    }),
  );
  return found.filter((_one, index) => hits[index]);
}

type Entered = Pick<QueuedEncounter, 'state' | 'withdrawnAt'>;

/** Where somebody who checked in for this session is, if not in its queue. */
const elsewhere = async ({ record }: HitByStop): Promise<Entered | null> =>
  record.attendance === undefined ? null : encounters.findById(record._id);

function isHitOrWas({ record, sentHere }: HitByStop, visit: Entered | null, isElsewhere: boolean): boolean {
  if (record.endedBy === 'hospital') return true;
  return isAffected({ ...record, sentHere, visit: visit && { isElsewhere, state: visit.state } });
}

/** Whether a hit appointment, read anew, is still to be ended. */
export const isStillHit = (record: AppointmentRecord, sentHere: boolean): boolean =>
  isAffected({ ...record, sentHere, visit: null } satisfies StoppedVisit);
