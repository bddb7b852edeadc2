import { UNKNOWN_SUBJECT, type Subject } from '@core/domain/triage/subject';

/** What was said in the guide so far. In memory only: nothing of it is stored or sent. */
export interface TriageSession {
  readonly text: string;
  readonly present: readonly string[];
  readonly absent: readonly string[];
  readonly ruledOut: readonly string[];
  readonly subject: Subject;
  /** The exact age where a card says it. */
  readonly years: number | null;
  readonly asked: number;
}

const EMPTY: TriageSession = {
  text: '',
  present: [],
  absent: [],
  ruledOut: [],
  subject: UNKNOWN_SUBJECT,
  years: null,
  asked: 0,
};

let current = EMPTY;

export const triageSession = (): TriageSession => current;

/** Begins anew with what is given. */
export const beginTriage = (given: Partial<TriageSession>): TriageSession =>
  (current = { ...EMPTY, ...given });

export const addToTriage = (change: Partial<TriageSession>): TriageSession =>
  (current = { ...current, ...change });
