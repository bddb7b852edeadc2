import type { RedFlagRule, WhoCondition } from './knowledge';
import type { SubjectCues } from './read-subject';
import type { Subject } from './subject';

export interface RedFlag {
  readonly rule: RedFlagRule;
  /** The signs that were recognised, one of each group. */
  readonly signIds: readonly string[];
}

/** What is known so far. Nothing that is added to it takes a red flag away, but the answer "no" to a sign. */
export interface Findings {
  readonly present: ReadonlySet<string>;
  readonly given: Subject;
  readonly cues: SubjectCues;
}

/**
 * Either what was asked of the person or what the text hints at: a phone opens the guide with its owner's card, and the words
 * may still be about their child.
 */
export function concerns({ stages, sex, pregnancy }: WhoCondition, { given, cues }: Findings): boolean {
  const meets = <T>(wanted: readonly T[], asked: T | null, hinted: readonly T[]): boolean =>
    (asked !== null && wanted.includes(asked)) || hinted.some((one) => wanted.includes(one));
  if (stages && !meets(stages, given.stage, cues.stages)) return false;
  if (sex && given.sex !== null && !meets([sex], given.sex, cues.sexes)) return false;
  return pregnancy === null || meets(pregnancy, given.pregnancy, cues.pregnancy);
}

const signOf = (group: readonly string[], present: ReadonlySet<string>): string | undefined =>
  group.find((sign) => present.has(sign));

/** The rules that hold, the most urgent first. */
export function redFlags(rules: readonly RedFlagRule[], findings: Findings): readonly RedFlag[] {
  return rules
    .flatMap((rule) => {
      if (!concerns(rule.who, findings)) return [];
      const signIds = rule.groups.map((group) => signOf(group, findings.present));
      return signIds.every((sign): sign is string => sign !== undefined) ? [{ rule, signIds }] : [];
    })
    .sort((one, other) => Number(other.rule.urgency === 'call') - Number(one.rule.urgency === 'call'));
}

/** Rules that hold but for what nobody said: to be asked before anything else. */
export function openRedFlags(
  rules: readonly RedFlagRule[],
  findings: Findings,
  asked: ReadonlySet<string>,
): readonly RedFlagRule[] {
  return rules.filter((rule) => {
    if (rule.question === '' || asked.has(rule.id) || !concerns(rule.who, findings)) return false;
    const [first = []] = rule.groups;
    const met = rule.groups.filter((group) => signOf(group, findings.present) !== undefined);
    return signOf(first, findings.present) !== undefined && met.length < rule.groups.length;
  });
}
