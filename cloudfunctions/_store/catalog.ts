import type { Clause } from '@core/contract/booking';
import type { Clinic, Organization, PractitionerProfile } from '@core/contract/catalog';
import type { ConsentDocument } from '@core/contract/identity';
import type { RefundPolicy, RefundRule } from '@core/domain/billing/refund-policy';
import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { Fen } from '@core/domain/money';
import type { CriticalRules } from '@core/domain/report/critical-routing';
import { Collection } from './collection';

/** Limits and texts of one hospital: no rule of a hospital is an `if` in code. Minutes and days as named. */
export interface RulePack {
  readonly version: string;
  readonly horizonDays: number;
  /** Time of day at which a new day of the horizon opens. */
  readonly releaseTime: ClockTime;
  readonly sameDayCutoffMinutes: number;
  readonly holdMinutes: number;
  /** Smaller than `holdMinutes`: the order is closed before the seat can be. */
  readonly orderMinutes: number;
  readonly maxUnpaidHolds: number;
  readonly lapsesBeforeCoolDown: number;
  readonly lapseWindowMinutes: number;
  readonly coolDownMinutes: number;
  /** Seats a doctor may add to one session, and how long such a seat waits for its payment. */
  readonly addOns: { readonly perSession: number; readonly holdMinutes: number };
  /** When a critical value that nobody has acknowledged is shown to more doctors. */
  readonly criticalValues: CriticalRules;
  /** Live appointments of one patient. */
  readonly limits: { readonly perDepartmentDay: number; readonly perDay: number; readonly total: number };
  readonly maxPatientsPerAccount: number;
  readonly childBelowYears: number;
  readonly bindAttemptsPerAccount: number;
  readonly bindAttemptsPerIdentity: number;
  readonly bindAttemptWindowMinutes: number;
  readonly bindAttemptWindowMinutesPerIdentity: number;
  readonly refund: RefundPolicy;
  /** How long the code of a bill can be scanned, and an order for it be paid. */
  readonly billCodeMinutes: number;
  readonly billOrderMinutes: number;
  /** For how many days after the visit a bill can be paid. */
  readonly billPayDays: number;
  /** Who takes over a refund that keeps failing. */
  readonly refundOwner: string;
  readonly clauses: Readonly<Record<ClauseName, Clause>>;
  readonly consent: ConsentDocument;
  readonly retention: readonly { readonly what: string; readonly why: string }[];
}

export type ClauseName =
  | 'release-time'
  | 'same-day-cut-off'
  | 'unpaid-holds'
  | 'cool-down'
  | 'patient-doctor-day'
  | 'patient-department-day'
  | 'patient-day'
  | 'patient-total'
  | 'patient-overlap'
  | 'add-on'
  | 'bill-validity'
  | `refund-${Lowercase<Exclude<RefundRule, 'UNPAID'>>}`;

/** Who may book a clinic; absent bounds accept anyone. Ages in full years on the day of the visit. */
export interface BookingCondition {
  readonly minAgeYears: number | null;
  readonly maxAgeYears: number | null;
  readonly gender: 'male' | 'female' | null;
  /** What a person outside of it is told. */
  readonly clause: Clause;
}

export interface StoredClinic extends Clinic {
  readonly departmentId: string;
  /** Null where anyone may book. */
  readonly condition: BookingCondition | null;
}

export interface ScheduleTemplate {
  readonly scheduleId: string;
  readonly practitionerId: string;
  readonly clinicId: string;
  /** ISO weekdays, 1 Monday … 7 Sunday. */
  readonly weekdays: readonly number[];
  readonly halfDay: 'am' | 'pm';
  readonly start: ClockTime;
  readonly end: ClockTime;
  /** Ascending by day: the last one not after the session's day holds. */
  readonly slotLengths: readonly { readonly from: CalendarDay; readonly minutes: number }[];
  readonly capacity: number;
  readonly place: string;
  readonly feeFen: Fen;
  readonly onlineSharePercent: number;
  readonly reserved: Readonly<Record<string, number>>;
  /** Seats of the online pool that other channels had given out before publication. */
  readonly takenOnline: number;
  readonly validFrom: CalendarDay;
  readonly validTo: CalendarDay | null;
  /** Also held on days on which the hospital is closed. */
  readonly opensOnHolidays: boolean;
}

/** The whole catalogue as one document: read in one operation, replaced in one, never half new. `_id` is `current`. */
export interface Catalogue {
  readonly _id: 'current';
  readonly contentHash: string;
  readonly importedAt: number;
  readonly organization: Organization;
  readonly notices: readonly {
    readonly id: string;
    readonly title: string;
    readonly body: string;
    readonly from: CalendarDay;
    readonly to: CalendarDay | null;
  }[];
  readonly departments: readonly {
    readonly departmentId: string;
    readonly name: string;
    readonly pinyin: string;
    readonly initials: string;
    readonly place: string;
    readonly phone: string;
  }[];
  readonly clinics: readonly StoredClinic[];
  readonly practitioners: readonly PractitionerProfile[];
  readonly schedules: readonly ScheduleTemplate[];
  /** Days that do not follow their weekday: closed, or worked like the weekday given. */
  readonly holidays: readonly { readonly day: CalendarDay; readonly worksLike: number | null }[];
  readonly rulePack: RulePack;
}

const collection = new Collection<Catalogue>('catalogue');
const KEEP_MS = 10_000;
let kept: { readonly catalogue: Catalogue; readonly readAt: number } | null = null;

export class CatalogueMissingError extends Error {
  override readonly name = 'CatalogueMissingError';
}

export const catalogue = {
  /**
   * The hospital's data, kept in the instance's memory for ten seconds: it changes by import only.
   * @throws CatalogueMissingError before the first import.
   */
  async current(now: number): Promise<Catalogue> {
    if (kept && now >= kept.readAt && now - kept.readAt < KEEP_MS) return kept.catalogue;
    const found = await collection.findById('current');
    if (!found) throw new CatalogueMissingError('No hospital was imported');
    kept = { catalogue: found, readAt: now };
    return found;
  },
  async find(): Promise<Catalogue | null> {
    return collection.findById('current');
  },
  async replace(next: Catalogue): Promise<void> {
    await collection.put(next);
    kept = null;
  },
};
