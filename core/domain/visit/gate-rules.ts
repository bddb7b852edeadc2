import type { CalendarDay } from '../calendar-day';

/** Where the gate sends somebody. */
export type GateOutcome = 'pass' | 'green-channel' | 'fever-clinic' | 'children-fever-clinic' | 'emergency';

/** Outcomes that keep somebody away from the ordinary clinics. */
export type FlagOutcome = Exclude<GateOutcome, 'pass' | 'green-channel'>;

/** One question of the hospital, answered with yes or no. */
export interface GateQuestion {
  readonly questionId: string;
  readonly text: string;
  readonly note: string | null;
  /** What a yes means; `fever-clinic` is the children's for a child. */
  readonly leadsTo: 'emergency' | 'fever-clinic' | 'green-channel';
  /** For how many days after today a yes keeps somebody away; 0 is until midnight. */
  readonly flagDays: number;
  /** Whom it is put to; null is everybody. */
  readonly onlyFor: { readonly gender: 'male' | 'female' | null; readonly minAgeYears: number } | null;
}

/** The hospital's rules of the gate. Temperatures are tenths of a degree Celsius: 373 is 37.3 ℃. */
export interface GateRules {
  /** Goes with every declaration: an answer to older questions is no answer. */
  readonly version: string;
  readonly feverTenths: number;
  readonly feverFlagDays: number;
  readonly emergencyTenths: number;
  /** What a thermometer can show of a living person. */
  readonly lowestTenths: number;
  readonly highestTenths: number;
  /** Full years: a younger person with a fever goes to the children's fever clinic. */
  readonly childBelowYears: number;
  readonly questions: readonly GateQuestion[];
  /** Clinics that somebody with this outcome may still book and check in to. */
  readonly openClinics: Readonly<Record<FlagOutcome, readonly string[]>>;
}

export interface GatePerson {
  readonly birthDate: CalendarDay;
  readonly gender: 'male' | 'female';
}
