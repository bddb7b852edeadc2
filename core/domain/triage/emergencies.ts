import type { EmergencyKnowledge, RedFlagRule } from './knowledge';
import { createHearing } from './hearing';
import { createHunch } from './hunch';
import { measuredTerms } from './measured-terms';
import { readSubject } from './read-subject';
import { openRedFlags, redFlags, type Findings, type RedFlag } from './red-flag';
import type { Subject } from './subject';

export interface EmergencyInput {
  readonly text: string;
  /** Signs and symptoms that were tapped. */
  readonly tapped: readonly string[];
  readonly subject: Subject;
  /** Rules whose question was answered with no. */
  readonly denied: readonly string[];
}

export interface EmergencyView {
  readonly found: readonly RedFlag[];
  /** To be asked about first: rules that nearly hold, then what the words only sound like. */
  readonly open: readonly RedFlagRule[];
}

/** Recognises emergencies by themselves, without the rest of the guide. Prepares the words once. */
export function createEmergencies(knowledge: EmergencyKnowledge): (input: EmergencyInput) => EmergencyView {
  const hears = createHearing(knowledge);
  const hunch = createHunch(knowledge);
  return ({ text: written, tapped, subject, denied }) => {
    const { text, signIds, told } = hears(written);
    const findings: Findings = {
      present: new Set([...tapped, ...signIds, ...measuredTerms(text)]),
      given: subject,
      cues: readSubject(text),
    };
    const found = redFlags(knowledge.rules, findings);
    if (found.length > 0) return { found, open: [] };
    const refused = new Set(denied);
    const near = openRedFlags(knowledge.rules, findings, refused);
    return { found, open: [...near, ...hunch(told, findings, { denied: refused, near })] };
  };
}
