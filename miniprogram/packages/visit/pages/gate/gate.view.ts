import type { GateForm } from '@core/contract/visit-views';
import type { PatientCard } from '@core/contract/identity';
import type { GateQuestion } from '@core/domain/visit/gate-rules';
import { tenthsOf } from '../../../../services/visit/gate-words';

export type Answer = 'yes' | 'no';

export interface QuestionView {
  readonly questionId: string;
  readonly number: number;
  readonly text: string;
  readonly note: string;
  /** Empty until answered. */
  readonly answer: Answer | '';
  readonly missing: boolean;
}

export interface GateView {
  readonly questions: readonly QuestionView[];
  readonly temperatureError: string;
  /** How many are left to answer. */
  readonly left: number;
}

export interface Filled {
  readonly temperature: string;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Questions that concern the person; all of them where the phone does not know who it is. */
export const questionsOf = (form: GateForm, person: PatientCard | null): readonly GateQuestion[] =>
  form.questions.filter(({ onlyFor }) => {
    if (onlyFor === null || person === null) return true;
    const rightGender = onlyFor.gender === null || onlyFor.gender === person.gender;
    return rightGender && person.ageYears >= onlyFor.minAgeYears;
  });

const degrees = (tenths: number): string => (tenths / 10).toFixed(1);

function temperatureError(typed: string, { lowestTenths, highestTenths }: GateForm): string {
  if (typed.trim() === '') return '请填体温，比如 36.5';
  const tenths = tenthsOf(typed);
  if (tenths === null) return '请只填数字，比如 36.5';
  const isLikely = tenths >= lowestTenths && tenths <= highestTenths;
  return isLikely ? '' : `体温一般在 ${degrees(lowestTenths)}–${degrees(highestTenths)} 之间，请再看看`;
}

/** The form as it stands. `told`: what is missing is marked only after the first try to hand it in. */
export function gateView(
  form: GateForm,
  person: PatientCard | null,
  { temperature, answers }: Filled,
  told: boolean,
): GateView {
  const questions = questionsOf(form, person).map(({ questionId, text, note }, index) => ({
    questionId,
    number: index + 1,
    text,
    note: note ?? '',
    answer: answers[questionId] ?? ('' as const),
    missing: told && answers[questionId] === undefined,
  }));
  return {
    questions,
    temperatureError: told ? temperatureError(temperature, form) : '',
    left: questions.filter(({ answer }) => answer === '').length,
  };
}

/** What is handed in; null where something is missing. */
export function declarationOf(form: GateForm, person: PatientCard | null, filled: Filled) {
  const temperatureTenths = tenthsOf(filled.temperature);
  const { left } = gateView(form, person, filled, false);
  if (temperatureTenths === null || left > 0 || temperatureError(filled.temperature, form) !== '')
    return null;
  const answers = questionsOf(form, person).map(({ questionId }) => ({
    questionId,
    yes: filled.answers[questionId] === 'yes',
  }));
  return { version: form.version, temperatureTenths, answers };
}
