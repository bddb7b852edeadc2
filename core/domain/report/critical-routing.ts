import { MINUTE_MS } from '../calendar-day';
import { isFinished, type ReportVersion } from './release';

/**
 * Who may acknowledge a critical value that waits: the doctor who ordered it; also the other doctors of the department; any
 * doctor of the hospital. Each reach includes the one before.
 */
export type Reach = 'doctor' | 'department' | 'hospital';

/** When a critical value that nobody has acknowledged is shown to more doctors, by the hospital's rules. */
export interface CriticalRules {
  readonly departmentAfterMinutes: number;
  /** Not before the department. */
  readonly hospitalAfterMinutes: number;
}

export interface Lying {
  /** Since the critical value came in. */
  readonly waitedMs: number;
  /** The doctor who ordered it has the role on some phone. */
  readonly doctorThere: boolean;
  /** Another doctor of the department has. */
  readonly colleagueThere: boolean;
}

/** How far it reaches now: never nobody, and with time never fewer. */
export function reachOf({ waitedMs, doctorThere, colleagueThere }: Lying, rules: CriticalRules): Reach {
  if (waitedMs >= rules.hospitalAfterMinutes * MINUTE_MS) return 'hospital';
  if (doctorThere && waitedMs < rules.departmentAfterMinutes * MINUTE_MS) return 'doctor';
  return colleagueThere ? 'department' : 'hospital';
}

/** How a doctor stands to the order that a report answers. */
export interface Standing {
  readonly ordered: boolean;
  readonly sameDepartment: boolean;
}

export const isWithin = (reach: Reach, { ordered, sameDepartment }: Standing): boolean =>
  ordered || reach === 'hospital' || (reach === 'department' && sameDepartment);

type Received = ReportVersion & { readonly receivedAt: number };

/**
 * Since when a critical value waits for a doctor, null where none does. A correction that is critical, too, does not begin
 * the wait anew: nobody has looked yet.
 */
export function waitingSince(versions: readonly Received[]): number | null {
  let since: number | null = null;
  for (const version of [...versions].reverse()) {
    if (!isFinished(version) || !version.critical || version.acknowledgedAt !== null) break;
    since = version.receivedAt;
  }
  return since;
}
