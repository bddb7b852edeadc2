import { dayOf, instantAt, MINUTE_MS, type CalendarDay, type ClockTime } from '../calendar-day';
import { accept, refuse, type Result } from '../result';
import { barredBy, isFlagOutcome, isLive, type GateFlag } from './gate-flag';
import type { FlagOutcome, GateOutcome, GateRules } from './gate-rules';

/** What checkpoint 2 must know; `until` of the session ends the day's check-in. */
export interface CheckInRequest {
  readonly appointment: {
    readonly status: 'pending' | 'closing' | 'booked' | 'cancelled';
    readonly clinicId: string;
    readonly day: CalendarDay;
    readonly start: ClockTime;
    readonly end: ClockTime;
  };
  readonly sessionEnd: ClockTime;
  readonly atGate: AtGate;
  /** Clinics whose patients are received where the check-in happens. */
  readonly areaClinics: readonly string[];
}

export interface CheckInBars {
  NOT_BOOKED: null;
  NOT_TODAY: { readonly day: CalendarDay };
  WRONG_AREA: { readonly clinicId: string };
  TOO_EARLY: { readonly opensAt: number };
  SESSION_OVER: null;
  GATE_MISSING: null;
  FLAGGED: { readonly outcome: FlagOutcome; readonly until: number };
}

/** Checkpoint 1 as it stands: the latest declaration, and the flag. */
export interface AtGate {
  readonly gate: GatePassage | null;
  readonly flag: GateFlag | null;
}

interface CheckInRules {
  readonly gate: GateRules;
  readonly checkInOpensMinutes: number;
}

/** Checkpoint 2. It needs a valid checkpoint 1 of the same day; whoever the gate sent elsewhere is sent there again. */
export function checkIn(
  request: CheckInRequest,
  rules: CheckInRules,
  now: number,
): Result<{ readonly late: boolean }, CheckInBars> {
  const { appointment } = request;
  return (
    appointmentBar(request, rules, now) ??
    gateBar(appointment.clinicId, request.atGate, rules.gate, now) ??
    accept({ late: now >= instantAt(appointment.day, appointment.end) })
  );
}

type Bar = Exclude<Result<null, CheckInBars>, { ok: true }> | null;
type GateBar = Exclude<Result<null, Pick<CheckInBars, 'GATE_MISSING' | 'FLAGGED'>>, { ok: true }> | null;

function appointmentBar(
  { appointment, areaClinics, sessionEnd }: CheckInRequest,
  { checkInOpensMinutes }: CheckInRules,
  now: number,
): Bar {
  const { status, day, start, clinicId } = appointment;
  if (status !== 'booked') return refuse('NOT_BOOKED', null);
  if (day !== dayOf(now)) return refuse('NOT_TODAY', { day });
  if (!areaClinics.includes(clinicId)) return refuse('WRONG_AREA', { clinicId });
  const opensAt = instantAt(day, start) - checkInOpensMinutes * MINUTE_MS;
  if (now < opensAt) return refuse('TOO_EARLY', { opensAt });
  return now >= instantAt(day, sessionEnd) ? refuse('SESSION_OVER', null) : null;
}

/** What checkpoint 1 has against being queued for a clinic, the first time and each time anew. */
export function gateBar(clinicId: string, { gate, flag }: AtGate, rules: GateRules, now: number): GateBar {
  const sentTo = barredBy(flag, clinicId, rules, now);
  if (sentTo !== null && flag !== null) return refuse('FLAGGED', { outcome: sentTo, until: flag.until });
  if (gate?.day !== dayOf(now)) return refuse('GATE_MISSING', null);
  const { outcome } = gate;
  const isOpen = isFlagOutcome(outcome) && rules.openClinics[outcome].includes(clinicId);
  return isTurnedAway(gate, flag) && !isOpen ? refuse('GATE_MISSING', null) : null;
}

/** Checkpoint 1: the outcome of a declaration and when it was made. */
export interface GatePassage {
  readonly day: CalendarDay;
  readonly outcome: GateOutcome;
  readonly at: number;
}

/** Whether somebody is through the gate today, for any ordinary clinic. */
export const isThrough = (gate: GatePassage | null, flag: GateFlag | null, now: number): boolean =>
  gate?.day === dayOf(now) && !isLive(flag, now) && !isTurnedAway(gate, flag);

/** The outcome leads elsewhere and no nurse has cleared it since: whatever became of the flag, it is no pass. */
const isTurnedAway = ({ outcome, at }: GatePassage, flag: GateFlag | null): boolean =>
  isFlagOutcome(outcome) && (flag?.clearedAt == null || flag.clearedAt < at);
