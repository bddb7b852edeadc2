import { describe, expect, test } from '@jest/globals';
import { calendarDay } from '@core/domain/calendar-day';
import { checkCharacterOf } from '@core/domain/identity/identity-number';
import {
  fieldOf,
  formErrors,
  identityNumberError,
  isComplete,
  nameError,
  relationshipOptions,
  type BindForm,
} from '../../../miniprogram/packages/identity/pages/bind/bind.view';
import { childCard, ownCard, settledMe } from '../people';

const today = calendarDay('2026-03-10');
/** Region 990001 was never assigned to anyone. */
const numberBorn = (born: string): string => {
  const first17 = `990001${born}123`;
  return `${first17}${checkCharacterOf(first17)}`;
};
const form = (change: Partial<BindForm>): BindForm => ({
  relationship: 'self',
  visited: 'first',
  name: '海小明',
  identityNumber: numberBorn('19900307'),
  ...change,
});

describe('the binding form', () => {
  test('a good form has no errors, also with blanks and a small x', () => {
    expect(isComplete(formErrors(form({}), 14, today))).toBe(true);
    const spaced = ` ${numberBorn('19900307')
      .toLowerCase()
      .replace(/(.{6})/, '$1 ')}`;
    expect(identityNumberError(form({ identityNumber: spaced }), 14, today)).toBe('');
  });

  test.each([
    ['', '请写身份证号'],
    ['99000119900307123', '18 位'],
    ['99000119900307123A', '数字'],
    ['990001199013071230', '出生年月日'],
    [numberBorn('20270101'), '出生年月日'],
    [numberBorn('19900307').replace(/^9/, '8'), '对不上'],
  ])('%s is told in plain words', (identityNumber, words) => {
    expect(identityNumberError(form({ identityNumber }), 14, today)).toContain(words);
  });

  test('a child is below the age, to the day', () => {
    const bornOn = (born: string) =>
      identityNumberError(form({ relationship: 'child', identityNumber: numberBorn(born) }), 14, today);
    expect(bornOn('20120311')).toBe('');
    expect(bornOn('20120310')).toContain('已满 14 周岁');
  });

  test.each(['阿依古丽·买买提', 'Anne-Marie O’Neil', '欧阳静宜'])('%s is a name', (name) => {
    expect(nameError(name)).toBe('');
  });

  test.each(['', '   ', '张3', '李*'])('"%s" is no name', (name) => {
    expect(nameError(name)).not.toBe('');
  });

  test('one has one card of one’s own', () => {
    expect(relationshipOptions({ ...settledMe, patients: [] }).map(({ value }) => value)).toEqual([
      'self',
      'child',
    ]);
    expect(relationshipOptions({ ...settledMe, patients: [ownCard] }).map(({ value }) => value)).toEqual([
      'child',
    ]);
    expect(relationshipOptions({ ...settledMe, patients: [childCard] })).toHaveLength(2);
  });

  test('refusals of a field stand under the field, others in a sheet', () => {
    expect(fieldOf('IDENTITY_NUMBER_CHECK_DIGIT')).toBe('identityNumber');
    expect(fieldOf('NAME_INVALID')).toBe('name');
    expect(fieldOf('SEE_WINDOW')).toBeNull();
  });
});
