import { beforeEach, describe, expect, test } from '@jest/globals';
import { FaultBoard, type FaultRule } from '../../../../local/cloud';

let board: FaultBoard;
beforeEach(() => {
  board = new FaultBoard();
});

const get = { action: 'database.getDocument', collection: 'notes' };
const strikes = (times: number, operation = get): boolean[] =>
  Array.from({ length: times }, () => board.strike('database-fail', operation) !== undefined);
const places = (hits: readonly boolean[]): number[] => hits.flatMap((hit, at) => (hit ? [at + 1] : []));

describe('the fault board', () => {
  test('hits the n-th matching operation, once where no number is given', () => {
    board.set({ name: 'database-fail', match: { collection: 'notes' }, nth: 3 });
    strikes(5, { action: 'database.getDocument', collection: 'other' });
    expect(places(strikes(6))).toEqual([3]);
    expect(board.quiet).toBe(true);
  });

  test('hits as many from the n-th on as it is told, and lists what is left', () => {
    board.set({ name: 'database-fail', nth: 2, times: 3 });
    expect(places(strikes(3))).toEqual([2, 3]);
    expect(board.list()).toEqual([{ name: 'database-fail', nth: 2, times: 1 }]);
    expect(places(strikes(3))).toEqual([1]);
  });

  test('counts for each rule alone: a hit by one is an operation seen by the other', () => {
    board.set({ name: 'database-fail', nth: 2 });
    board.set({ name: 'database-fail', nth: 2 });
    expect(places(strikes(4))).toEqual([2, 3]);
    expect(board.struck().map(({ rule, nth }) => [rule, nth])).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });

  test('lets go of one rule by its number: the others go on, with what they have seen', () => {
    const [first, second] = [board.set({ name: 'quota' }), board.set({ name: 'database-fail', nth: 3 })];
    strikes(2);
    expect(board.withdraw(first)).toBe(true);
    expect(board.withdraw(first)).toBe(false);
    expect(board.strike('quota', get)).toBeUndefined();
    expect(board.inForce()).toEqual([{ number: second, name: 'database-fail', nth: 3, times: 1 }]);
    expect(places(strikes(2))).toEqual([1]);
    expect(board.set({ name: 'quota' })).toBe(3);
  });

  test('draws by seed, rule and count alone: others in between change nothing', () => {
    const rule: FaultRule = { name: 'database-fail', match: { collection: 'notes' }, probability: 0.3 };
    const draw = (seed: number, between: () => void): number[] => {
      board.seed(seed);
      board.set(rule);
      board.set({ name: 'slow', ms: 1, probability: 0.5 });
      return places(
        Array.from({ length: 200 }, () => {
          between();
          return strikes(1)[0] === true;
        }),
      );
    };
    const quiet = draw(7, () => undefined);
    const busy = draw(7, () => {
      board.strike('slow', get);
      strikes(2, { action: 'database.getDocument', collection: 'other' });
    });
    expect(busy).toEqual(quiet);
    expect(draw(8, () => undefined)).not.toEqual(quiet);
    expect(quiet.length).toBeGreaterThan(30);
    expect(quiet.length).toBeLessThan(90);
  });

  test('speaks of the n-th operation of an invocation', () => {
    board.set({ name: 'crash-after', match: { function: 'store', step: 2 } });
    const hit = (invocation: string): boolean =>
      board.strike('crash-after', { function: 'store', step: board.nextStep(invocation) }) !== undefined;
    expect([hit('a'), hit('b'), hit('b'), hit('a'), hit('a')]).toEqual([false, false, true, true, false]);
  });

  test('remembers what it struck, as plain data', () => {
    board.set({ name: 'slow', ms: 5, times: 1 });
    board.strike('slow', get);
    expect(JSON.parse(JSON.stringify(board.struck()))).toEqual([
      { order: 1, name: 'slow', rule: 1, nth: 1, operation: get },
    ]);
    board.clear();
    expect(board.struck()).toEqual([]);
    expect(board.list()).toEqual([]);
  });

  test.each<[object, string]>([
    [{ name: 'earthquake' }, 'there is no fault earthquake'],
    [{ name: 'slow' }, 'the fault slow needs ms'],
    [{ name: 'slow', ms: 'long' }, 'the fault slow: ms is not a number'],
    [{ name: 'quota', nth: 0 }, 'the fault quota: nth is not a count'],
    [{ name: 'quota', times: 1.5 }, 'the fault quota: times is not a count'],
    [{ name: 'quota', probability: 2 }, 'the fault quota: probability is not a share'],
    [{ name: 'quota', when: 'noon' }, 'the fault quota has no when'],
    [{ name: 'quota', match: 'all' }, 'the fault quota: match is not an object'],
    [{ name: 'quota', match: { user: 'x' } }, 'the match of quota has no user'],
    [{ name: 'quota', match: { step: -1 } }, 'the match of quota: step is not a count'],
  ])('refuses %j in one sentence', (rule, sentence) => {
    expect(() => board.set(rule as FaultRule)).toThrow(new Error(sentence));
    expect(board.quiet).toBe(true);
  });
});
