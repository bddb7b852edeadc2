import type { EmergencyKnowledge } from './knowledge';
import { createMatcher } from './matcher';
import { measuredTerms } from './measured-terms';
import { createNegation } from './negation';
import { normalized } from './normalized';
import { ofToday } from './past';
import { readSubject } from './read-subject';
import { openRedFlags, redFlags, type Findings, type RedFlag } from './red-flag';
import type { RedFlagRule } from './knowledge';
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
  readonly open: readonly RedFlagRule[];
}

/** Recognises emergencies by themselves, without the rest of the guide. Prepares the words once. */
export function createEmergencies(knowledge: EmergencyKnowledge): (input: EmergencyInput) => EmergencyView {
  const matcher = createMatcher(knowledge.signs, knowledge.classes, 'none');
  const negation = createNegation(knowledge.negation);
  return ({ text, tapped, subject, denied }) => {
    const plain = normalized(text);
    const said = ofToday(plain, negation.affirmed(plain, matcher.mentions(plain)));
    const findings: Findings = {
      present: new Set([...tapped, ...said, ...measuredTerms(plain)]),
      given: subject,
      cues: readSubject(plain),
    };
    const refused = new Set(denied);
    return {
      found: redFlags(knowledge.rules, findings),
      open: openRedFlags(knowledge.rules, findings, refused),
    };
  };
}
