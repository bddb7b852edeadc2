import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay } from '../../../../core/domain/calendar-day';
import { decideAtGate, questionsFor } from '../../../../core/domain/visit/gate-declaration';
import { gateRules } from './gate-rules-under-test';

const TODAY = calendarDay('2026-03-10');
const WOMAN = { birthDate: calendarDay('1990-01-01'), gender: 'female' } as const;
const MAN = { birthDate: calendarDay('1990-01-01'), gender: 'male' } as const;
/** 13 until the day before the fourteenth birthday. */
const CHILD = { birthDate: calendarDay('2012-03-11'), gender: 'male' } as const;
const FOURTEEN = { birthDate: calendarDay('2012-03-10'), gender: 'male' } as const;

const say = (temperatureTenths: number, yes: readonly string[] = []) => ({
  version: gateRules.version,
  temperatureTenths,
  answers: gateRules.questions.map(({ questionId }) => ({ questionId, yes: yes.includes(questionId) })),
});

const outcome = (person: typeof WOMAN | typeof MAN, tenths: number, yes: readonly string[] = []) => {
  const decided = decideAtGate(say(tenths, yes), person, gateRules, TODAY);
  if (!decided.ok) return decided.error;
  const { flags } = decided.value;
  return [decided.value.outcome, ...flags.map(({ outcome: sentTo, days }) => `${sentTo} ${days}`)];
};

describe('a declaration at the gate', () => {
  test.each([
    ['nothing to tell', MAN, 365, [], ['pass']],
    ['just below the threshold', MAN, 372, [], ['pass']],
    ['at the threshold', MAN, 373, [], ['fever-clinic', 'fever-clinic 3']],
    ['a child with a fever', CHILD, 373, [], ['children-fever-clinic', 'children-fever-clinic 3']],
    ['on the fourteenth birthday', FOURTEEN, 373, [], ['fever-clinic', 'fever-clinic 3']],
    ['contact without a fever', MAN, 365, ['contact'], ['fever-clinic', 'fever-clinic 7']],
    ['fever and contact: the longer time holds', MAN, 390, ['contact'], ['fever-clinic', 'fever-clinic 7']],
    ['a red flag', MAN, 365, ['breathless'], ['emergency', 'emergency 0']],
    [
      'a red flag before a fever, whose days stay as they are',
      CHILD,
      390,
      ['breathless', 'contact'],
      ['emergency', 'emergency 0', 'children-fever-clinic 7'],
    ],
    ['a temperature that is an emergency by itself', MAN, 410, [], ['emergency', 'emergency 3']],
    ['pregnant', WOMAN, 365, ['pregnant'], ['green-channel']],
    ['pregnant with a fever', WOMAN, 380, ['pregnant'], ['fever-clinic', 'fever-clinic 3']],
    ['what was not asked counts for nothing', MAN, 365, ['pregnant'], ['pass']],
    ['a thermometer that lies', MAN, 250, [], 'TEMPERATURE_UNLIKELY'],
    ['half a tenth', MAN, 365.5, [], 'TEMPERATURE_UNLIKELY'],
  ] as const)('%s', (...row) => {
    const [, person, tenths, yes, expected] = row;
    expect(outcome(person as typeof MAN, tenths, yes)).toEqual(expected);
  });

  test('answers every question that is put, to the questions of today', () => {
    const missing = { ...say(365), answers: [{ questionId: 'breathless', yes: false }] };
    expect(decideAtGate(missing, MAN, gateRules, TODAY)).toMatchObject({
      error: 'ANSWER_MISSING',
      detail: { questionId: 'contact' },
    });
    expect(decideAtGate({ ...say(365), version: 'old' }, MAN, gateRules, TODAY)).toMatchObject({
      error: 'QUESTIONS_CHANGED',
    });
  });

  test('is only asked what concerns the person', () => {
    const ids = (person: typeof WOMAN | typeof MAN) =>
      questionsFor(gateRules, person, TODAY).map(({ questionId }) => questionId);
    expect(ids(WOMAN)).toContain('pregnant');
    expect(ids(MAN)).not.toContain('pregnant');
  });

  test('is never milder for one more yes or a higher temperature', () => {
    const rank = { pass: 0, 'green-channel': 1, 'fever-clinic': 2, 'children-fever-clinic': 2, emergency: 3 };
    const yeses = fc.subarray(gateRules.questions.map(({ questionId }) => questionId));
    const saying = fc.record({
      one: fc.constantFrom(WOMAN, MAN, CHILD),
      yes: yeses,
      more: yeses,
      tenths: fc.integer({ min: 340, max: 430 }),
      up: fc.nat(90),
    });
    fc.assert(
      fc.property(saying, ({ one, yes, more, tenths, up }) => {
        const severity = (at: number, said: readonly string[]) => {
          const decided = decideAtGate(say(at, said), one, gateRules, TODAY);
          return decided.ok ? rank[decided.value.outcome] : -1;
        };
        const before = severity(tenths, yes);
        expect(severity(Math.min(430, tenths + up), [...yes, ...more])).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 200 },
    );
  });
});
