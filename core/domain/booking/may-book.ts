import { ageOn, dayOf, instantAt, MINUTE_MS, type CalendarDay, type ClockTime } from '../calendar-day';
import { accept, refuse, type Result } from '../result';
import { overlaps, sameDoctorAndDay, type Visit } from './live-keys';

export interface BookingLimits {
  readonly sameDayCutoffMinutes: number;
  readonly maxUnpaidHolds: number;
  readonly lapsesBeforeCoolDown: number;
  readonly lapseWindowMinutes: number;
  readonly coolDownMinutes: number;
  readonly limits: { readonly perDepartmentDay: number; readonly perDay: number; readonly total: number };
}

/** Who may use the clinic; null bounds accept anyone. Ages in full years on the day of the visit. */
export interface Condition {
  readonly minAgeYears: number | null;
  readonly maxAgeYears: number | null;
  readonly gender: 'male' | 'female' | null;
}

export interface LiveVisit extends Visit {
  readonly appointmentId: string;
  readonly departmentId: string;
  readonly holdExpiresAt: number | null;
}

export interface BookingRequest {
  readonly visit: Visit;
  readonly departmentId: string;
  readonly person: { readonly birthDate: CalendarDay; readonly gender: 'male' | 'female' };
  /** Null where anyone may book. */
  readonly condition: Condition | null;
  readonly session: { readonly status: 'open' | 'stopped'; readonly opensAt: number };
  readonly live: readonly LiveVisit[];
  readonly lapses: readonly number[];
}

export interface BookingBars {
  SESSION_STOPPED: null;
  NOT_YET_ON_SALE: { readonly opensAt: number };
  SALE_CLOSED: null;
  AGE_NOT_ACCEPTED: null;
  SEX_NOT_ACCEPTED: null;
  COOLING_DOWN: { readonly until: number };
  TOO_MANY_HOLDS: { readonly appointmentId: string; readonly maximum: number };
  ALREADY_BOOKED_WITH_DOCTOR: { readonly appointmentId: string };
  OVERLAPS: { readonly appointmentId: string };
  LIMIT_REACHED: { readonly scope: 'department-day' | 'day' | 'total'; readonly maximum: number };
}

/** Whether this person may take a seat at this time. Free seats are another question. */
export function mayBook(
  request: BookingRequest,
  limits: BookingLimits,
  now: number,
): Result<null, BookingBars> {
  return (
    saleBar(request, limits, now) ??
    personBar(request) ??
    callerBar(request, limits, now) ??
    visitBar(request) ??
    limitBar(request, limits) ??
    accept(null)
  );
}

/** Whether the person fits the clinic and the time, whatever the sale says: for a seat that a doctor adds. */
export const mayVisit = (request: BookingRequest): Result<null, VisitBars> =>
  (personBar(request) ?? visitBar(request) ?? accept(null)) as Result<null, VisitBars>;

export type VisitBars = Pick<
  BookingBars,
  'AGE_NOT_ACCEPTED' | 'SEX_NOT_ACCEPTED' | 'ALREADY_BOOKED_WITH_DOCTOR' | 'OVERLAPS'
>;

type Bar = Exclude<Result<null, BookingBars>, { ok: true }> | null;

/** On the day itself the sale ends some minutes before the slot; `start` is in Asia/Shanghai. */
export const saleEndsAt = (day: CalendarDay, start: ClockTime, cutoffMinutes: number): number =>
  instantAt(day, start) - cutoffMinutes * MINUTE_MS;

function saleBar({ session, visit }: BookingRequest, limits: BookingLimits, now: number): Bar {
  if (session.status === 'stopped') return refuse('SESSION_STOPPED', null);
  if (now < session.opensAt) return refuse('NOT_YET_ON_SALE', { opensAt: session.opensAt });
  if (now >= saleEndsAt(visit.day, visit.start, limits.sameDayCutoffMinutes))
    return refuse('SALE_CLOSED', null);
  return null;
}

function personBar({ condition, person, visit }: BookingRequest): Bar {
  if (!condition) return null;
  const age = ageOn(person.birthDate, visit.day);
  const tooYoung = condition.minAgeYears !== null && age < condition.minAgeYears;
  const tooOld = condition.maxAgeYears !== null && age > condition.maxAgeYears;
  if (tooYoung || tooOld) return refuse('AGE_NOT_ACCEPTED', null);
  if (condition.gender !== null && condition.gender !== person.gender)
    return refuse('SEX_NOT_ACCEPTED', null);
  return null;
}

function callerBar({ live, lapses }: BookingRequest, limits: BookingLimits, now: number): Bar {
  const until = coolDownUntil(lapses, limits, now);
  if (until !== null && until > now) return refuse('COOLING_DOWN', { until });
  const holds = live.filter((visit) => visit.holdExpiresAt !== null && visit.holdExpiresAt > now);
  const [first] = holds;
  if (first && holds.length >= limits.maxUnpaidHolds) {
    return refuse('TOO_MANY_HOLDS', { appointmentId: first.appointmentId, maximum: limits.maxUnpaidHolds });
  }
  return null;
}

/** End of the pause after too many lapsed holds within the window; null where there is none. */
export function coolDownUntil(lapses: readonly number[], limits: BookingLimits, now: number): number | null {
  const recent = lapses
    .filter((at) => at > now - limits.lapseWindowMinutes * MINUTE_MS)
    .sort((a, b) => a - b);
  const last = recent.at(-1);
  if (last === undefined || recent.length < limits.lapsesBeforeCoolDown) return null;
  return last + limits.coolDownMinutes * MINUTE_MS;
}

function visitBar({ live, visit }: BookingRequest): Bar {
  const sameDoctor = live.find((other) => sameDoctorAndDay(other, visit));
  if (sameDoctor) return refuse('ALREADY_BOOKED_WITH_DOCTOR', { appointmentId: sameDoctor.appointmentId });
  const overlapping = live.find((other) => overlaps(other, visit));
  if (overlapping) return refuse('OVERLAPS', { appointmentId: overlapping.appointmentId });
  return null;
}

/** How many live appointments one patient may have: in a department on a day, on a day, and at all. */
function limitBar({ live, visit, departmentId }: BookingRequest, { limits }: BookingLimits): Bar {
  const own = live.filter((other) => other.patientId === visit.patientId);
  const onDay = own.filter((other) => other.day === visit.day);
  const inDepartment = onDay.filter((other) => other.departmentId === departmentId);
  if (inDepartment.length >= limits.perDepartmentDay) {
    return refuse('LIMIT_REACHED', { scope: 'department-day', maximum: limits.perDepartmentDay });
  }
  if (onDay.length >= limits.perDay) return refuse('LIMIT_REACHED', { scope: 'day', maximum: limits.perDay });
  if (own.length >= limits.total) return refuse('LIMIT_REACHED', { scope: 'total', maximum: limits.total });
  return null;
}

/** Visits that are not over yet: what is past no longer bars anything. */
export const stillLive = <T extends Visit>(live: readonly T[], now: number): T[] =>
  live.filter((visit) => visit.day >= dayOf(now));
