import { MINUTE_MS } from '../calendar-day';
import { accept, refuse, type Result } from '../result';

/**
 * A volunteer acting for one patient: asked for by the volunteer, running once the patient said yes, over by time, by a
 * tap on either side, or when the volunteer went away. Instants in epoch milliseconds.
 */
export interface Assistance<Purpose extends string = string> {
  /** What was asked for, then what the patient agreed to. */
  readonly purposes: readonly Purpose[];
  readonly askedAt: number;
  /** Unanswered by then, it is void. */
  readonly answerBy: number;
  readonly startedAt: number | null;
  readonly expiresAt: number | null;
  /** When the volunteer's phone was last seen busy with it. */
  readonly seenAt: number | null;
  /** How long that phone may stay out of sight. */
  readonly awayMs: number;
  readonly endedAt: number | null;
  readonly endedBy: AssistanceEnd | null;
}

/** hospital: the volunteer's role was taken back. */
export type AssistanceEnd = 'patient' | 'volunteer' | 'window' | 'hospital' | 'declined' | 'replaced';

export type AssistanceState =
  | 'asked'
  /** Nobody answered in time. */
  | 'unanswered'
  | 'declined'
  | 'running'
  /** The agreed time was up. */
  | 'expired'
  /** The volunteer's phone was out of sight for too long. */
  | 'left'
  | 'ended';

export function assistanceState(assistance: Assistance, now: number): AssistanceState {
  if (assistance.endedAt !== null) return assistance.endedBy === 'declined' ? 'declined' : 'ended';
  if (assistance.startedAt === null) return now >= assistance.answerBy ? 'unanswered' : 'asked';
  const { expiresAt, leavesAt } = limitsOf(assistance);
  if (now >= Math.min(expiresAt, leavesAt)) return leavesAt < expiresAt ? 'left' : 'expired';
  return 'running';
}

function limitsOf({ startedAt, expiresAt, seenAt, awayMs }: Assistance) {
  const start = startedAt ?? 0;
  return { expiresAt: expiresAt ?? start, leavesAt: (seenAt ?? start) + awayMs };
}

/** When a running one ends by itself, if the volunteer's phone is not seen again; null where it does not run. */
export const assistanceEndsAt = (assistance: Assistance): number | null =>
  assistance.startedAt === null
    ? null
    : (assistance.endedAt ?? Math.min(...Object.values(limitsOf(assistance))));

/** Whether the volunteer may do this now. Without an assistance no volunteer may do anything. */
export const assistanceAllows = <Purpose extends string>(
  assistance: Assistance<Purpose> | null,
  purpose: Purpose,
  now: number,
): boolean =>
  assistance !== null &&
  assistanceState(assistance, now) === 'running' &&
  assistance.purposes.includes(purpose);

/** What a patient may agree to. */
export interface AssistanceOffer<Purpose extends string = string> {
  readonly purposes: readonly Purpose[];
  readonly minutes: readonly number[];
}

export interface AssistanceTerms<Purpose extends string = string> {
  readonly purposes: readonly Purpose[];
  readonly minutes: number;
}

interface AssistanceStart<Purpose extends string> {
  readonly offer: AssistanceOffer<Purpose>;
  readonly now: number;
  readonly latest?: number;
}

interface StartRefusals {
  ASSISTANCE_OVER: null;
  ASSISTANCE_TERMS: null;
}

/**
 * The patient's yes: starts the assistance on the patient's terms, which may be less than what was asked for. `latest` is
 * until when who says yes may decide at all.
 */
export function startAssistance<A extends Assistance>(
  assistance: A,
  terms: AssistanceTerms<A['purposes'][number]>,
  { offer, now, latest = Number.POSITIVE_INFINITY }: AssistanceStart<A['purposes'][number]>,
): Result<A, StartRefusals> {
  if (assistanceState(assistance, now) !== 'asked') return refuse('ASSISTANCE_OVER', null);
  const purposes = offer.purposes.filter((purpose) => terms.purposes.includes(purpose));
  const isOffered = purposes.length > 0 && purposes.length === new Set(terms.purposes).size;
  if (!isOffered || !offer.minutes.includes(terms.minutes)) return refuse('ASSISTANCE_TERMS', null);
  const expiresAt = Math.min(now + terms.minutes * MINUTE_MS, latest);
  return accept({ ...assistance, purposes, startedAt: now, expiresAt, seenAt: now });
}

/** The volunteer's phone was seen; null where nothing needs to be written down. */
export function seeVolunteer<A extends Assistance>(assistance: A, now: number): A | null {
  const isFresh = now - (assistance.seenAt ?? 0) < MINUTE_MS;
  if (assistanceState(assistance, now) !== 'running' || isFresh) return null;
  return { ...assistance, seenAt: now };
}

/** Ends it, whether it ran or was only asked for; what is over stays as it ended. */
export const endAssistance = <A extends Assistance>(assistance: A, by: AssistanceEnd, now: number): A =>
  ['asked', 'running'].includes(assistanceState(assistance, now))
    ? { ...assistance, endedAt: now, endedBy: by }
    : assistance;
