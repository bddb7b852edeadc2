import { createGuide, type GuideAnswer, type GuideInput } from '@core/domain/triage/guide';
import { UNKNOWN_SUBJECT } from '@core/domain/triage/subject';
import { readTriageKnowledge } from '../../../../scripts/triage/read-triage-knowledge';

/** The guide over the tables that ship, prepared once for a test file. */
export const knowledge = readTriageKnowledge();
export const guide = createGuide(knowledge);

/** What the guide says to a text, with whatever else is known. */
export const ask = (text: string, known: Partial<GuideInput> = {}): GuideAnswer =>
  guide({ text, present: [], absent: [], ruledOut: [], subject: UNKNOWN_SUBJECT, asked: 0, ...known });

/** Ids of the symptoms that were understood. */
export const heard = (text: string): readonly string[] =>
  ask(text).understood.map(({ symptomId }) => symptomId);
