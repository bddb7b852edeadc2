import type { ClockTime } from '../../core/domain/calendar-day';
import type { CriticalRules } from '../../core/domain/report/critical-routing';
import type { Gender, SlotLength } from './types';

/** Every limit of the hospital, and the words with which it is explained. */
export interface RulePack {
  readonly id: string;
  readonly version: string;
  /** Ascending by day; the first one holds for everything before the second. */
  readonly slotLengths: readonly SlotLength[];
  readonly booking: BookingRules;
  readonly holds: HoldRules;
  readonly limits: PatientLimits;
  readonly refund: RefundRules;
  readonly bills: BillRules;
  readonly addOns: AddOnRules;
  readonly criticalValues: CriticalRules;
  readonly binding: BindingRules;
  readonly eligibility: readonly EligibilityCondition[];
  readonly clauses: readonly Clause[];
  readonly consents: readonly ConsentDocument[];
  readonly retention: readonly RetentionEntry[];
}

export interface BookingRules {
  /** Today is day 0: with 14, today and the 14 days after it. */
  readonly horizonDays: number;
  /** When the horizon's last day goes on sale. */
  readonly releaseTime: ClockTime;
  /** A slot closes this many minutes before it begins. */
  readonly sameDayCutOffMinutes: number;
  readonly onlineSharePercent: number;
  readonly onlineShareCeilingPercent: number;
}

export interface HoldRules {
  readonly holdMinutes: number;
  /** Before the hold's end, so that no payment is asked for a seat that is gone. */
  readonly orderExpiryMinutes: number;
  readonly maxUnpaidPerUser: number;
  /** After `lapses` lapsed holds within `windowMinutes`, no new hold for `minutes`. */
  readonly coolDown: { readonly lapses: number; readonly windowMinutes: number; readonly minutes: number };
}

/** Live appointments of one patient. */
export interface PatientLimits {
  readonly perDoctorDay: number;
  readonly perDepartmentDay: number;
  readonly perDay: number;
  readonly total: number;
}

export interface RefundRules {
  /** A: the window refunds a visit that did not take place; B: nobody does. */
  readonly policy: 'A' | 'B';
  readonly days: number;
  /** False: the visit day is day 0. */
  readonly countVisitDayAsFirst: boolean;
}

/** Seats that a doctor adds to an own session. */
export interface AddOnRules {
  readonly perSession: number;
  /** How long an added seat waits for its payment. */
  readonly holdMinutes: number;
}

/** Bills of what a doctor ordered. */
export interface BillRules {
  /** How long a bill's code can be scanned. */
  readonly codeMinutes: number;
  /** How long an opened order of WeChat can be paid. */
  readonly orderMinutes: number;
  /** For how many days after the visit a bill can be paid; then it lapses. */
  readonly payDays: number;
}

export interface AttemptLimit {
  readonly attempts: number;
  readonly windowMinutes: number;
}

export interface BindingRules {
  readonly perUser: AttemptLimit;
  readonly perIdentityNumber: AttemptLimit;
  readonly maxPatientsPerUser: number;
  /** Full years: younger persons may be bound as children. */
  readonly childBelowYears: number;
}

/** Who may book a clinic; ages in full years on the day of the visit, both ends included. */
export interface EligibilityCondition {
  readonly id: string;
  readonly version: string;
  readonly gender: Gender | null;
  readonly minAge: number | null;
  readonly maxAge: number | null;
  /** Short, for a list: 14 周岁及以上女性. */
  readonly label: string;
  /** Whole sentence with the reason and where else to go. */
  readonly text: string;
}

/** Every clause that a hospital must word; each limit and each refund rule has one. */
export const CLAUSE_IDS = [
  'booking-horizon',
  'release-time',
  'same-day-cut-off',
  'online-pool',
  'hold-time',
  'unpaid-holds',
  'cool-down',
  'patient-doctor-day',
  'patient-department-day',
  'patient-day',
  'patient-total',
  'patient-overlap',
  'add-on',
  'bill-validity',
  'refund-a1',
  'refund-a2',
  'refund-a3',
  'refund-a4',
  'refund-a5',
  'refund-a6',
  'refund-a7',
  'refund-a8',
  'refund-a9',
  'refund-a10',
  'refund-a11',
  'refund-a12',
  'refund-b1',
  'binding-attempts',
  'binding-patients',
  'binding-child-age',
] as const;

export type ClauseId = (typeof CLAUSE_IDS)[number];

/** A rule in the hospital's words; its numbers come from the rule pack, so both always agree. */
export interface Clause {
  readonly id: ClauseId;
  readonly version: string;
  readonly text: string;
}

export interface ConsentDocument {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** What the law keeps when a person deletes their data. */
export interface RetentionEntry {
  readonly id: string;
  readonly what: string;
  readonly why: string;
}
