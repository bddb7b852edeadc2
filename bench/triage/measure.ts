import { createGuide, type Guide, type GuideAnswer } from '../../core/domain/triage/guide';
import type { Knowledge } from '../../core/domain/triage/knowledge';
import { UNKNOWN_SUBJECT } from '../../core/domain/triage/subject';
import { percentiles, type Percentiles } from '../instruments/latency';
import type { TriageCase } from './cases';
import type { DepartmentNames } from './department-names';

export interface Accuracy {
  readonly cases: number;
  readonly top1: number;
  readonly top3: number;
}

export interface Failure {
  readonly kind: 'department' | 'missed red flag' | 'only asked about' | 'false alarm';
  readonly text: string;
  readonly wanted: string;
  readonly got: string;
}

export interface Measured {
  readonly departments: Accuracy;
  /** As `departments`, with every answer that asks or hands over counted as wrong. */
  readonly withoutAsking: Accuracy;
  readonly askedRate: number;
  /** Share of the emergencies whose alarm is raised at once; NaN where the file marks none. */
  readonly redFlagRecall: number;
  /** As `redFlagRecall`, with those for which something urgent is asked about first. */
  readonly recognisedOrAsked: number;
  /** Of the rows that are no emergency: an alarm is raised. */
  readonly falseAlarms: number;
  /** Of the rows that are no emergency: something urgent is asked about first. */
  readonly askedInVain: number;
  readonly redFlags: number;
  /** Milliseconds for one text. */
  readonly latency: Percentiles;
  readonly unknownNames: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
}

const EMERGENCY = 'emergency';
const ROUNDS = 3;

const inputOf = (text: string) => ({
  text,
  present: [],
  absent: [],
  ruledOut: [],
  subject: UNKNOWN_SUBJECT,
  asked: 0,
});

const idsOf = (answer: GuideAnswer): readonly string[] =>
  'suggestions' in answer ? answer.suggestions.map(({ specialtyId }) => specialtyId) : [];

const missed = (text: string, wanted: string, answer: GuideAnswer): Failure =>
  answer.kind === 'rule-out'
    ? { kind: 'only asked about', text, wanted, got: answer.rules.map(({ id }) => id).join(', ') }
    : { kind: 'missed red flag', text, wanted, got: answer.kind };

/** Each text several times, its quickest counted: what else the machine did is not the guide's. */
function timed(guide: Guide, cases: readonly TriageCase[]): Percentiles {
  const quickest = cases.map(({ text }) => {
    let least = Infinity;
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      guide(inputOf(text));
      least = Math.min(least, performance.now() - start);
    }
    return least;
  });
  return percentiles(quickest);
}

/** Departments are measured with the red flags taken out of the guide, so that an alarm hides no wrong department. */
export function measure(
  knowledge: Knowledge,
  cases: readonly TriageCase[],
  names: DepartmentNames,
): Measured {
  const guide = createGuide(knowledge);
  const unalarmed = createGuide({ ...knowledge, rules: [] });
  const unknownNames = new Map<string, number>();
  const failures: Failure[] = [];
  const tally = { cases: 0, top1: 0, top3: 0, asked: 0, firm1: 0, firm3: 0 };
  const flags = { wanted: 0, found: 0, asked: 0, calm: 0, alarms: 0, askedInVain: 0 };

  for (const { text, department, isRedFlag } of cases) {
    const wanted = names.idsOf(department);
    if (wanted.size === 0) unknownNames.set(department, (unknownNames.get(department) ?? 0) + 1);
    const alarmed = guide(inputOf(text));
    const urgent = isRedFlag ?? (wanted.has(EMERGENCY) && wanted.size === 1);
    const asks = alarmed.kind === 'rule-out';
    if (urgent) {
      flags.wanted += 1;
      flags.asked += Number(asks);
      if (alarmed.kind === 'red-flag') flags.found += 1;
      else failures.push(missed(text, department, alarmed));
    } else {
      flags.calm += 1;
      flags.askedInVain += Number(asks);
      if (alarmed.kind === 'red-flag') {
        flags.alarms += 1;
        const got = alarmed.flags.map(({ rule }) => rule.id).join(', ');
        failures.push({ kind: 'false alarm', text, wanted: department, got });
      }
    }
    const others = new Set([...wanted].filter((id) => id !== EMERGENCY));
    if (others.size === 0) continue;
    const answer = unalarmed(inputOf(text));
    const ids = idsOf(answer);
    const unsure = answer.kind !== 'departments';
    const first = others.has(ids[0] ?? '');
    const three = ids.slice(0, 3).some((id) => others.has(id));
    tally.cases += 1;
    tally.top1 += Number(first);
    tally.top3 += Number(three);
    tally.asked += Number(unsure);
    tally.firm1 += Number(first && !unsure);
    tally.firm3 += Number(three && !unsure);
    if (!three)
      failures.push({ kind: 'department', text, wanted: department, got: ids.join(', ') || answer.kind });
  }
  const share = (part: number, of: number): number => (of === 0 ? Number.NaN : part / of);
  return {
    departments: {
      cases: tally.cases,
      top1: share(tally.top1, tally.cases),
      top3: share(tally.top3, tally.cases),
    },
    withoutAsking: {
      cases: tally.cases,
      top1: share(tally.firm1, tally.cases),
      top3: share(tally.firm3, tally.cases),
    },
    askedRate: share(tally.asked, tally.cases),
    redFlagRecall: share(flags.found, flags.wanted),
    recognisedOrAsked: share(flags.found + flags.asked, flags.wanted),
    redFlags: flags.wanted,
    falseAlarms: share(flags.alarms, flags.calm),
    askedInVain: share(flags.askedInVain, flags.calm),
    latency: timed(guide, cases),
    unknownNames,
    failures,
  };
}
