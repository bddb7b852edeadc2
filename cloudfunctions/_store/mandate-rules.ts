import type { Scope, VolunteerScope } from '@core/contract/access';
import { hospitalPart } from './hospital-parts';

/** How this hospital lets people act for each other. Times in minutes, periods of consents in civil days. */
export interface MandateRules {
  readonly family: {
    readonly scopes: readonly Exclude<Scope, 'bind'>[];
    readonly days: readonly number[];
    /** How long an invitation can be answered. */
    readonly askMinutes: number;
  };
  readonly assistance: {
    readonly purposes: readonly VolunteerScope[];
    readonly minutes: readonly number[];
    readonly helpCodeMinutes: number;
    readonly badgeCodeMinutes: number;
    /** How long a volunteer's question waits for the patient's yes. */
    readonly answerMinutes: number;
    /** How long the volunteer's phone may be out of sight before the assistance ends. */
    readonly awayMinutes: number;
    /** How long a call for help stays open. */
    readonly requestMinutes: number;
    /** How long a volunteer who said yes may take to come. */
    readonly comeMinutes: number;
  };
  /** Wrong codes that one account may try in an hour. */
  readonly codeTriesPerHour: number;
}

/** Holds in a hospital that says nothing of its own. */
const WITHOUT: MandateRules = {
  family: {
    scopes: ['triage', 'book', 'check-in', 'way', 'pay', 'reports'],
    days: [1, 30, 180, 365],
    askMinutes: 1440,
  },
  assistance: {
    purposes: ['bind', 'triage', 'book', 'check-in', 'way'],
    minutes: [30, 60, 120],
    helpCodeMinutes: 10,
    badgeCodeMinutes: 10,
    answerMinutes: 10,
    awayMinutes: 20,
    requestMinutes: 120,
    comeMinutes: 30,
  },
  codeTriesPerHour: 10,
};

export const mandateRules = hospitalPart<MandateRules>('mandates', WITHOUT);
