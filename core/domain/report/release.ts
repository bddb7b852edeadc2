import { accept, refuse, type Result } from '../result';
import type { ReportStatus } from './report';

/** What the release policy must know of one version of a report. */
export interface ReportVersion {
  readonly number: number;
  readonly status: ReportStatus;
  readonly issuedAt: number;
  /** Same fingerprint, same contents. */
  readonly fingerprint: string;
  /** Holds a value of which a doctor must know before anybody else. */
  readonly critical: boolean;
  readonly acknowledgedAt: number | null;
}

export type Arrival = Pick<ReportVersion, 'status' | 'issuedAt' | 'fingerprint' | 'critical'>;

/** Where a report stands for those it is about. */
export type ReportState = 'pending' | 'awaiting-doctor' | 'released' | 'withdrawn';

export interface ArrivalRefusals {
  /** A final report is not changed by another final one: a correction must call itself one. */
  ALREADY_FINAL: null;
  /** Said to be earlier than what is here already. */
  OUT_OF_ORDER: null;
  /** Nothing is here that could be withdrawn. */
  NOTHING_TO_WITHDRAW: null;
  /** It was withdrawn: what takes its place has a number of its own. */
  WITHDRAWN_BEFORE: null;
}

/** What the patient may see now. Preliminary: nothing; a critical value: nothing until a doctor has acknowledged it. */
export function stateOf(versions: readonly ReportVersion[]): ReportState {
  const last = versions.at(-1);
  if (!last || last.status === 'preliminary') return 'pending';
  if (last.status === 'withdrawn') return 'withdrawn';
  return last.critical && last.acknowledgedAt === null ? 'awaiting-doctor' : 'released';
}

/** The one version that may be shown: the last one, where it is released. An earlier one is known to be superseded. */
export function shownVersion<V extends ReportVersion>(versions: readonly V[]): V | null {
  return stateOf(versions) === 'released' ? (versions.at(-1) ?? null) : null;
}

/** The last version, where the desk has finished it and not taken it back: for the doctor who ordered it. */
export function finishedVersion<V extends ReportVersion>(versions: readonly V[]): V | null {
  const last = versions.at(-1);
  return last && isFinished(last) ? last : null;
}

/** Takes a version in: `same` where it is here already. */
export function receive(
  versions: readonly ReportVersion[],
  arrival: Arrival,
): Result<'added' | 'same', ArrivalRefusals> {
  if (versions.some((version) => isSame(version, arrival))) return accept('same');
  const last = versions.at(-1);
  if (!last) {
    return arrival.status === 'withdrawn' ? refuse('NOTHING_TO_WITHDRAW', null) : accept('added');
  }
  if (last.status === 'withdrawn')
    return arrival.status === 'withdrawn' ? accept('same') : refuse('WITHDRAWN_BEFORE', null);
  if (arrival.issuedAt < last.issuedAt) return refuse('OUT_OF_ORDER', null);
  if (arrival.status === 'withdrawn' || last.status === 'preliminary') return accept('added');
  if (arrival.status === 'preliminary') return refuse('OUT_OF_ORDER', null);
  return arrival.status === 'final' ? refuse('ALREADY_FINAL', null) : accept('added');
}

/** Whether those it is about read this version, as soon as a doctor has seen what is critical in it. */
export const isFinished = ({ status }: Pick<ReportVersion, 'status'>): boolean =>
  status === 'final' || status === 'amended';

const isSame = (version: ReportVersion, arrival: Arrival): boolean =>
  version.status === arrival.status && version.fingerprint === arrival.fingerprint;

/** A doctor has seen the critical value of this version: null where there is nothing to acknowledge in it. */
export function acknowledge<V extends ReportVersion>(
  versions: readonly V[],
  number: number,
  at: number,
): readonly V[] | null {
  const last = versions.at(-1);
  if (last?.number !== number || stateOf(versions) !== 'awaiting-doctor') return null;
  return [...versions.slice(0, -1), { ...last, acknowledgedAt: at }];
}

/** What those it is about are told when a report changes: null where nothing changes for them. */
export type ReportNews = 'ready' | 'amended' | 'withdrawn';

const wasShown = (version: ReportVersion): boolean =>
  isFinished(version) && (!version.critical || version.acknowledgedAt !== null);

/** Compares what could be seen before with what can be seen now. */
export function newsOf(before: readonly ReportVersion[], after: readonly ReportVersion[]): ReportNews | null {
  const state = stateOf(after);
  const seenBefore = before.some(wasShown);
  if (state === 'withdrawn') return seenBefore && stateOf(before) !== 'withdrawn' ? 'withdrawn' : null;
  const [shown, shownBefore] = [shownVersion(after), shownVersion(before)];
  if (!shown || shown.number === shownBefore?.number) return null;
  return seenBefore ? 'amended' : 'ready';
}
