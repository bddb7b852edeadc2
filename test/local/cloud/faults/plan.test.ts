import { describe, expect, test } from '@jest/globals';
import { FaultBoard, type PlanOptions } from '../../../../local/cloud';

const options: PlanOptions = {
  faults: 40,
  targets: [{ function: 'store' }, { function: 'transfer', step: 2 }],
  span: 9,
  times: 3,
  ms: 250,
};

describe('a schedule of faults', () => {
  test('is the same for the same seed and options, and another for another seed', () => {
    const board = new FaultBoard();
    expect(board.plan(11, options)).toEqual(new FaultBoard().plan(11, options));
    expect(board.plan(11, options).digest).toBe(
      '62ad8a150e1ddc387d0e1189e5115d37bc5babd5e0d2b4b2413c217ce5f61e5a',
    );
    expect(board.plan(12, options).digest).not.toBe(board.plan(11, options).digest);
    expect(board.list()).toEqual([]);
  });

  test('keeps to its bounds and uses all that it may', () => {
    const { rules } = new FaultBoard().plan(3, { ...options, faults: 2000 });
    const values = (pick: (rule: (typeof rules)[number]) => unknown) => new Set(rules.map(pick));
    expect([...values(({ nth }) => nth)].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...values(({ times }) => times)].sort()).toEqual([1, 2, 3]);
    expect(values(({ match }) => match?.function)).toEqual(new Set(['store', 'transfer']));
    expect(values(({ name }) => name).size).toBe(14);
    for (const { name, ms = 0 } of rules) {
      expect(Math.abs(ms)).toBeLessThanOrEqual(250);
      if (name !== 'clock-skew') expect(ms).toBeGreaterThanOrEqual(0);
    }
    expect(rules.some(({ name, ms = 0 }) => name === 'clock-skew' && ms < 0)).toBe(true);
  });

  test('can be followed twice with the same outcome', () => {
    const board = new FaultBoard();
    const plan = board.plan(5, { faults: 30, names: ['conflict', 'quota'], span: 60 });
    const run = (): unknown => {
      board.follow(plan);
      for (let at = 0; at < 200; at += 1) {
        board.strike('quota', { action: 'database.getDocument' });
        board.strike('conflict', { action: 'database.modifyDocument' });
      }
      return board.struck();
    };
    const first = run();
    expect(first).toHaveLength(30);
    expect(run()).toEqual(first);
  });

  test('is followed whole or not at all', () => {
    const board = new FaultBoard();
    board.set({ name: 'quota' });
    const wrong = { seed: 1, rules: [{ name: 'conflict' as const }, { name: 'slow' as const }] };
    expect(() => board.follow(wrong)).toThrow('the fault slow needs ms');
    expect(board.list()).toEqual([{ name: 'quota' }]);
  });

  test('needs something to draw from', () => {
    expect(() => new FaultBoard().plan(1, { names: [] })).toThrow('a plan needs names and targets');
    expect(() => new FaultBoard().plan(1, { targets: [] })).toThrow('a plan needs names and targets');
  });
});
