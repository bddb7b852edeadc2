import { ageOn, type CalendarDay } from '../calendar-day';
import { accept, refuse, type Result } from '../result';
import type { FlagOutcome, GateOutcome, GatePerson, GateQuestion, GateRules } from './gate-rules';

/** What somebody says of themselves at the gate. */
export interface GateDeclaration {
  readonly version: string;
  readonly temperatureTenths: number;
  readonly answers: readonly { readonly questionId: string; readonly yes: boolean }[];
}

/** One reason for an outcome. */
export type GateReason =
  | { readonly kind: 'temperature'; readonly tenths: number }
  | { readonly kind: 'question'; readonly questionId: string };

export interface GateDecision {
  readonly outcome: GateOutcome;
  /** Empty for a plain pass. */
  readonly because: readonly GateReason[];
  /** What keeps the person from the ordinary clinics; empty where nothing does. */
  readonly flags: readonly FlagWish[];
}

/** Where somebody is to go instead, for so many days after today; 0 is until midnight. */
export interface FlagWish {
  readonly outcome: FlagOutcome;
  readonly days: number;
}

export interface GateBars {
  /** The hospital asks other questions by now. */
  QUESTIONS_CHANGED: null;
  ANSWER_MISSING: { readonly questionId: string };
  TEMPERATURE_UNLIKELY: { readonly lowestTenths: number; readonly highestTenths: number };
}

/** The questions that are put to a person. */
export const questionsFor = (
  rules: GateRules,
  person: GatePerson,
  today: CalendarDay,
): readonly GateQuestion[] => rules.questions.filter(({ onlyFor }) => concerns(onlyFor, person, today));

function concerns(onlyFor: GateQuestion['onlyFor'], person: GatePerson, today: CalendarDay): boolean {
  if (onlyFor === null) return true;
  const rightGender = onlyFor.gender === null || onlyFor.gender === person.gender;
  return rightGender && ageOn(person.birthDate, today) >= onlyFor.minAgeYears;
}

/**
 * Checkpoint 1. The most serious answer decides where to go now: emergency before fever before green channel before pass.
 * A fever beside an emergency keeps its own days: the emergency is over sooner. Every question put to the person must be
 * answered; answers to others count for nothing.
 */
export function decideAtGate(
  declaration: GateDeclaration,
  person: GatePerson,
  rules: GateRules,
  today: CalendarDay,
): Result<GateDecision, GateBars> {
  const asked = questionsFor(rules, person, today);
  const bar = declarationBar(declaration, asked, rules);
  if (bar) return bar;
  const findings = [...temperatureFindings(declaration, rules), ...answerFindings(declaration, asked)];
  const leadsTo = SERIOUS_FIRST.find((wanted) => findings.some((finding) => finding.leadsTo === wanted));
  if (leadsTo === undefined) return accept({ outcome: 'pass', because: [], flags: [] });
  const isChild = ageOn(person.birthDate, today) < rules.childBelowYears;
  const deciding = findings.filter((finding) => finding.leadsTo === leadsTo);
  return accept({
    outcome: outcomeFor(leadsTo, isChild),
    because: deciding.map(({ reason }) => reason),
    flags: (['emergency', 'fever-clinic'] as const).flatMap((kind) => flagOf(kind, findings, isChild)),
  });
}

const SERIOUS_FIRST = ['emergency', 'fever-clinic', 'green-channel'] as const;

const outcomeFor = <Leads extends GateQuestion['leadsTo']>(leadsTo: Leads, isChild: boolean) =>
  leadsTo === 'fever-clinic' && isChild ? 'children-fever-clinic' : leadsTo;

function flagOf(
  kind: Exclude<GateQuestion['leadsTo'], 'green-channel'>,
  findings: readonly Finding[],
  isChild: boolean,
): FlagWish[] {
  const days = findings.filter(({ leadsTo }) => leadsTo === kind).map(({ flagDays }) => flagDays);
  return days.length === 0 ? [] : [{ outcome: outcomeFor(kind, isChild), days: Math.max(...days) }];
}

interface Finding {
  readonly leadsTo: GateQuestion['leadsTo'];
  readonly flagDays: number;
  readonly reason: GateReason;
}

type Bar = Exclude<Result<null, GateBars>, { ok: true }> | null;

function declarationBar(
  { version, temperatureTenths, answers }: GateDeclaration,
  asked: readonly GateQuestion[],
  { version: current, lowestTenths, highestTenths }: GateRules,
): Bar {
  if (version !== current) return refuse('QUESTIONS_CHANGED', null);
  const likely = temperatureTenths >= lowestTenths && temperatureTenths <= highestTenths;
  if (!likely || !Number.isInteger(temperatureTenths)) {
    return refuse('TEMPERATURE_UNLIKELY', { lowestTenths, highestTenths });
  }
  const answered = new Set(answers.map(({ questionId }) => questionId));
  const missing = asked.find(({ questionId }) => !answered.has(questionId));
  return missing ? refuse('ANSWER_MISSING', { questionId: missing.questionId }) : null;
}

function temperatureFindings({ temperatureTenths: tenths }: GateDeclaration, rules: GateRules): Finding[] {
  const reason = { kind: 'temperature', tenths } as const;
  if (tenths >= rules.emergencyTenths)
    return [{ leadsTo: 'emergency', flagDays: rules.feverFlagDays, reason }];
  if (tenths >= rules.feverTenths)
    return [{ leadsTo: 'fever-clinic', flagDays: rules.feverFlagDays, reason }];
  return [];
}

/** Where a question was answered twice, a yes counts. */
const answerFindings = ({ answers }: GateDeclaration, asked: readonly GateQuestion[]): Finding[] =>
  asked
    .filter(({ questionId }) => answers.some((answer) => answer.questionId === questionId && answer.yes))
    .map(({ questionId, leadsTo, flagDays }) => ({
      leadsTo,
      flagDays,
      reason: { kind: 'question', questionId } as const,
    }));
