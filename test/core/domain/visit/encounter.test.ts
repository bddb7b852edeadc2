import { describe, expect, test } from '@jest/globals';
import {
  advance,
  ARRIVED,
  STEPS,
  type EncounterState,
  type EncounterStep,
  type Progress,
} from '../../../../core/domain/visit/encounter';
import { queueRules } from './queue-rules-under-test';

const STATES: readonly EncounterState[] = ['arrived', 'called', 'passed', 'held', 'in-room', 'finished'];
const ALLOWED: Readonly<Record<EncounterStep, readonly string[]>> = {
  call: ['arrived→called', 'called→called'],
  pass: ['called→passed'],
  hold: ['arrived→held', 'called→held', 'passed→held'],
  return: ['passed→arrived', 'held→arrived', 'finished→arrived'],
  start: ['called→in-room'],
  finish: ['in-room→finished'],
  transfer: ['called→arrived', 'in-room→arrived'],
};

const through = (...steps: readonly EncounterStep[]): Progress =>
  steps.reduce((visit, step, index) => {
    const next = advance(visit, step, queueRules, index + 1);
    if (!next.ok) throw new Error(`${step} is refused`);
    return next.value;
  }, ARRIVED);

describe('a visit', () => {
  test.each(Object.keys(STEPS) as EncounterStep[])(
    'takes the step %s only from where the table says',
    (step) => {
      const taken = STATES.flatMap((state) => {
        const next = advance({ ...ARRIVED, state }, step, queueRules, 1);
        if (!next.ok) expect(next.detail).toEqual({ state });
        return next.ok ? [`${state}→${next.value.state}`] : [];
      });
      expect(taken).toEqual(ALLOWED[step]);
    },
  );

  test('cannot reach the room without a call', () => {
    expect(advance(ARRIVED, 'start', queueRules, 1).ok).toBe(false);
  });

  test('waits longer the second time it was passed', () => {
    expect(through('call', 'pass', 'return').again).toMatchObject({ behind: 2, because: 'passed' });
    const twice = through('call', 'pass', 'return', 'call', 'pass', 'return');
    expect(twice.again).toMatchObject({ behind: 4, since: 6 });
    const thrice = through('call', 'pass', 'return', 'call', 'pass', 'return', 'call', 'pass', 'return');
    expect(thrice.again).toMatchObject({ behind: 4 });
  });

  test('keeps its place while a nurse looks at a flag', () => {
    expect(through('hold', 'return')).toEqual(ARRIVED);
    const behind = through('call', 'pass', 'return', 'hold', 'return');
    expect(behind.again).toMatchObject({ behind: 2, since: 3 });
    const passed = through('call', 'pass', 'hold', 'return');
    expect(passed.again).toMatchObject({ behind: 2, since: 3, because: 'passed' });
  });

  test('comes back with results behind one, and begins anew where it is sent to', () => {
    expect(through('call', 'start', 'finish', 'return').again).toMatchObject({
      behind: 1,
      because: 'returned',
    });
    expect(through('call', 'start', 'transfer')).toEqual({
      ...ARRIVED,
      again: { behind: 2, since: 3, because: 'transferred' },
    });
  });
});
