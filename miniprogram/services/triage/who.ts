import type { PatientCard } from '@core/contract/identity';
import { normalized } from '@core/domain/triage/normalized';
import { readSubject } from '@core/domain/triage/read-subject';
import {
  stageOfMonths,
  type AgeStage,
  type Pregnancy,
  type Sex,
  type Subject,
} from '@core/domain/triage/subject';

/** One thing to choose among a few. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

/** Who it is for, as it was chosen. */
export interface Who {
  readonly chosen: string;
  /** The answer to `detailsFor`; empty where nothing was asked or answered. */
  readonly detail: string;
}

interface Kind extends Choice {
  readonly stage: AgeStage;
  readonly sex: Sex | null;
  readonly pregnancy: Pregnancy | null;
}

const KINDS: readonly Kind[] = [
  { value: 'woman', title: '成年女性', stage: 'adult', sex: 'female', pregnancy: null },
  { value: 'man', title: '成年男性', stage: 'adult', sex: 'male', pregnancy: 'none' },
  { value: 'teen', title: '14–17 岁', stage: 'teen', sex: null, pregnancy: null },
  { value: 'child', title: '1–13 岁孩子', stage: 'child', sex: null, pregnancy: 'none' },
  { value: 'baby', title: '不满 1 岁', stage: 'infant', sex: null, pregnancy: 'none' },
];

const EXPECTING: readonly Choice[] = [
  { value: 'none', title: '没怀孕' },
  { value: 'pregnant', title: '怀孕了' },
  { value: 'postpartum', title: '刚生完（42 天内）' },
];

const BABY_AGES: readonly Choice[] = [
  { value: 'newborn', title: '没满月' },
  { value: 'young', title: '1–3 个月' },
  { value: 'infant', title: '3–12 个月' },
];

const FERTILE_FROM = 14;
const FERTILE_TO = 55;

const cardOf = (who: Who, cards: readonly PatientCard[]): PatientCard | undefined =>
  cards.find(({ patientId }) => patientId === who.chosen);

/** The caller's own cards first, then anyone else. */
export const whoChoices = (cards: readonly PatientCard[]): readonly Choice[] => [
  ...cards.map(({ patientId, maskedName, ageYears }) => ({
    value: patientId,
    title: `${maskedName} ${String(ageYears)} 岁`,
  })),
  ...KINDS.map(({ value, title }) => ({ value, title })),
];

/** What else has to be known of the person; none where it makes no difference. */
export function detailsFor(who: Who, cards: readonly PatientCard[]): readonly Choice[] {
  const card = cardOf(who, cards);
  if (card) {
    if (card.ageYears < 1) return BABY_AGES;
    const mayExpect =
      card.gender === 'female' && card.ageYears >= FERTILE_FROM && card.ageYears <= FERTILE_TO;
    return mayExpect ? EXPECTING : [];
  }
  if (who.chosen === 'baby') return BABY_AGES;
  return who.chosen === 'woman' ? EXPECTING : [];
}

/** Whether the words say already what `detailsFor` would ask: nobody is asked twice. */
export function saysDetail(text: string, details: readonly Choice[]): boolean {
  const { pregnancy, stages } = readSubject(normalized(text));
  return details === EXPECTING
    ? pregnancy.length > 0
    : stages.some((stage) => stage === 'newborn' || stage === 'young');
}

/** The person as the rules need them. What was not answered stays open. */
export function subjectOf(
  who: Who,
  cards: readonly PatientCard[],
): { subject: Subject; years: number | null } {
  const pregnancy = EXPECTING.some(({ value }) => value === who.detail) ? (who.detail as Pregnancy) : null;
  const babyStage = BABY_AGES.some(({ value }) => value === who.detail) ? (who.detail as AgeStage) : null;
  const card = cardOf(who, cards);
  if (card) {
    const mayExpect = detailsFor(who, cards) === EXPECTING;
    const stage = babyStage ?? stageOfMonths(card.ageYears * 12);
    return {
      subject: {
        stage: card.ageYears < 1 && babyStage === null ? 'infant' : stage,
        sex: card.gender,
        pregnancy: mayExpect ? pregnancy : 'none',
      },
      years: card.ageYears,
    };
  }
  const kind = KINDS.find(({ value }) => value === who.chosen);
  if (!kind) return { subject: { stage: null, sex: null, pregnancy: null }, years: null };
  return {
    subject: { stage: babyStage ?? kind.stage, sex: kind.sex, pregnancy: pregnancy ?? kind.pregnancy },
    years: null,
  };
}
