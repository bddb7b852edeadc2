import type { Me } from '@core/contract/identity';
import { ageOn, type CalendarDay } from '@core/domain/calendar-day';
import { checkIdentityNumber } from '@core/domain/identity/identity-number';
import { normalizeName } from '@core/domain/identity/person-name';
import { textOf } from '../../../../services/error-text';

export type Relationship = 'self' | 'child';

export interface BindForm {
  readonly relationship: Relationship;
  readonly visited: 'first' | 'before';
  readonly name: string;
  readonly identityNumber: string;
}

export type FieldName = 'name' | 'identityNumber';
export type FieldErrors = Readonly<Record<FieldName, string>>;

export const NO_ERRORS: FieldErrors = { name: '', identityNumber: '' };

export function nameError(name: string): string {
  if (name.trim() === '') return '请写姓名';
  const checked = normalizeName(name);
  return checked.ok ? '' : textOf(checked).reason;
}

/** Plain words for what is wrong with the number, or nothing. `today` is the civil day in Shanghai. */
export function identityNumberError(form: BindForm, childBelowYears: number, today: CalendarDay): string {
  if (form.identityNumber.trim() === '') return '请写身份证号';
  const checked = checkIdentityNumber(form.identityNumber, today);
  if (!checked.ok) return textOf(checked).reason;
  const age = ageOn(checked.value.birthDate, today);
  return form.relationship === 'child' && age >= childBelowYears
    ? `这位就诊人已满 ${childBelowYears} 周岁，请本人绑定，或带证件到窗口`
    : '';
}

export const formErrors = (form: BindForm, childBelowYears: number, today: CalendarDay): FieldErrors => ({
  name: nameError(form.name),
  identityNumber: identityNumberError(form, childBelowYears, today),
});

export const isComplete = (errors: FieldErrors): boolean =>
  errors.name === '' && errors.identityNumber === '';

/** The server's refusals that belong under a field. */
const FIELD_OF: Readonly<Record<string, FieldName | undefined>> = {
  NAME_INVALID: 'name',
  IDENTITY_NUMBER_LENGTH: 'identityNumber',
  IDENTITY_NUMBER_CHARACTERS: 'identityNumber',
  IDENTITY_NUMBER_BIRTH_DATE: 'identityNumber',
  IDENTITY_NUMBER_CHECK_DIGIT: 'identityNumber',
  CHILD_TOO_OLD: 'identityNumber',
};

export const fieldOf = (code: string): FieldName | null => FIELD_OF[code] ?? null;

/** 本人 first, unless one's own card is bound already. */
export function relationshipOptions(me: Me) {
  const own = { value: 'self', title: '本人', note: '' };
  const child = { value: 'child', title: `未满 ${me.childBelowYears} 岁的孩子`, note: '由家长绑定和挂号' };
  return me.patients.some(({ relationship }) => relationship === 'self') ? [child] : [own, child];
}

export const visitedOptions = [
  { value: 'first', title: '第一次来', note: '会新开一个门诊号' },
  { value: 'before', title: '以前来过', note: '手机号要和医院留的一样，才能找到以前的门诊号' },
];
