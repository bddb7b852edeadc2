import type { CalendarDay, ClockTime } from '../../core/domain/calendar-day';
import type { StaffRole } from '../../core/contract/access';
import type { Fen } from '../../core/domain/money';
import type { LoadedPart } from './parts/loaded-part';
import type { RulePack } from './rule-pack-types';

/** A hospital's folder, read and found free of faults. Plain JSON: absent values are null, never undefined. */
export interface HospitalFolder {
  readonly hospital: Organization;
  readonly departments: readonly Department[];
  readonly clinics: readonly HealthcareService[];
  readonly practitioners: readonly Practitioner[];
  readonly schedules: readonly ScheduleTemplate[];
  readonly holidays: readonly Holiday[];
  readonly rulePack: RulePack;
  readonly notices: readonly Notice[];
  readonly registeredPersons: readonly RegisteredPerson[];
  readonly previewPeople: readonly PreviewPerson[];
  /** SHA-256 of everything above, in hexadecimal: the same content has the same hash, whatever its layout. */
  readonly contentHash: string;
  /** Further subjects by name, each with a hash of its own. */
  readonly parts: Readonly<Record<string, LoadedPart>>;
}

export interface Organization {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly campus: string;
  readonly address: string;
  readonly phone: string;
  readonly emergencyPhone: string;
  readonly windowPlace: string;
  readonly windowHours: string;
  /** What a patient is told about arriving: how early, where to report. */
  readonly arrivalNotice: string;
}

/** What a search by pinyin needs, derived from the syllables in the file. */
export interface PinyinName {
  readonly name: string;
  /** Without spaces: `xiaoerneike`. */
  readonly pinyin: string;
  /** First letters: `xenk`. */
  readonly initials: string;
}

export interface Department extends PinyinName {
  readonly id: string;
  readonly kind: 'clinical' | 'technical' | 'nursing';
  readonly order: number;
  readonly floor: string;
  readonly place: string;
  readonly phone: string;
}

/** A text that the hospital wrote; the version changes whenever the text does. */
export interface VersionedText {
  readonly id: string;
  readonly version: string;
  readonly text: string;
}

/** A clinic that can be booked. */
export interface HealthcareService extends PinyinName {
  readonly id: string;
  readonly departmentId: string;
  readonly kind: 'ordinary' | 'expert' | 'special';
  readonly order: number;
  readonly place: string;
  readonly summary: string;
  /** Id of a condition of the rule pack; null where anyone may book. */
  readonly eligibilityId: string | null;
  /** Replaces the doctor's own fee; 0 is a free visit. */
  readonly feeFen: Fen | null;
  readonly prerequisites: VersionedText | null;
  readonly preparation: VersionedText | null;
}

export type Gender = 'male' | 'female';

export interface Practitioner extends PinyinName {
  readonly id: string;
  /** First character of the surname, for the avatar. */
  readonly initial: string;
  readonly gender: Gender;
  readonly title: string;
  readonly departmentId: string;
  readonly clinicIds: readonly string[];
  readonly specialty: string;
  readonly feeFen: Fen;
}

export type HalfDay = 'am' | 'pm';

/** From this day on, slots have this many minutes. */
export interface SlotLength {
  readonly from: CalendarDay;
  readonly minutes: number;
}

/** One practitioner in one clinic on the same half-day of one or more weekdays. */
export interface ScheduleTemplate {
  /** Follows from practitioner, half-day, weekdays and first day: stable while those are. */
  readonly id: string;
  readonly practitionerId: string;
  readonly clinicId: string;
  /** 1 Monday … 7 Sunday, ascending. */
  readonly weekdays: readonly number[];
  readonly halfDay: HalfDay;
  readonly start: ClockTime;
  /** Exclusive. */
  readonly end: ClockTime;
  /** Ascending by day: the last one not after the session's day holds. */
  readonly slotLengths: readonly SlotLength[];
  readonly capacity: number;
  readonly place: string;
  /** Fixed for this template: the clinic's fee where it has one, else the practitioner's. */
  readonly feeFen: Fen;
  readonly onlineSharePercent: number;
  readonly pools: SeatPools;
  /** Seats of the online pool that the hospital's other channels have given out when the session is published. */
  readonly taken: number;
  readonly effectiveFrom: CalendarDay;
  /** Last day, inclusive; null without end. */
  readonly effectiveTo: CalendarDay | null;
  /** Also held on days on which the hospital is closed. */
  readonly opensOnHolidays: boolean;
}

/** Seats of one session by pool: online = floor(capacity × share); all pools add up to the capacity. */
export interface SeatPools {
  readonly online: number;
  readonly window: number;
  readonly reserved: readonly ReservedPool[];
}

export interface ReservedPool {
  readonly pool: ReservedPoolName;
  readonly seats: number;
}

export type ReservedPoolName = 'referral' | 'mdt' | 'obstetric-card' | 'follow-up' | 'volunteer';

/** A day that does not follow its weekday. */
export interface Holiday {
  readonly day: CalendarDay;
  readonly name: string;
  readonly kind: 'closed' | 'workday';
  /** Whose weekday's templates a make-up workday follows; null on a closed day. */
  readonly runsAs: number | null;
  /** `statutory`: fixed by the law on public holidays, the year's arrangement may add days. */
  readonly basis: 'announced' | 'statutory' | 'hospital';
}

export interface Notice {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly body: string;
  readonly audience: 'everyone' | 'parents' | 'maternity' | 'elderly';
  readonly from: CalendarDay;
  /** Last day, inclusive; null until it is taken down. */
  readonly to: CalendarDay | null;
}

/** A person in the hospital's own register before anyone used the mini program. */
export interface RegisteredPerson {
  readonly name: string;
  readonly identityNumber: string;
  readonly birthDate: CalendarDay;
  readonly gender: Gender;
  /** The phone on file. */
  readonly phone: string;
  readonly outpatientNumbers: readonly RegisteredNumber[];
}

export interface RegisteredNumber {
  readonly number: string;
  readonly lastVisit: CalendarDay | null;
}

/** An invented WeChat user of the preview. */
export interface PreviewRole {
  readonly role: StaffRole;
  readonly label: string;
  /** The doctor of the hospital's folder; null for other roles. */
  readonly practitionerId: string | null;
}

export interface PreviewPerson {
  readonly id: string;
  readonly label: string;
  readonly openid: string;
  readonly phoneNumber: string;
  readonly note: string;
  readonly details: PersonDetails;
  readonly children: readonly PersonDetails[];
  /** What this person may do at work; given out when the hospital starts. */
  readonly roles: readonly PreviewRole[];
}

/** What the person would type into the form. */
export interface PersonDetails {
  readonly name: string;
  readonly identityNumber: string;
}
