import { describe, expect, test } from '@jest/globals';
import { createRandom } from '../../../../../local/cloud/in-process/world/random';

const take = (seed: string, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.fraction());
};

describe('random numbers of a seed', () => {
  test('are the same again, and others for another seed', () => {
    expect(take('a', 100)).toEqual(take('a', 100));
    expect(take('a', 100)).not.toEqual(take('b', 100));
  });

  test('are spread evenly', () => {
    const counts = new Array<number>(10).fill(0);
    for (const value of take('even', 20_000)) {
      const tenth = Math.floor(value * 10);
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(200);
  });

  test('below a limit reach every number and never the limit', () => {
    const random = createRandom('below');
    const seen = new Set(Array.from({ length: 500 }, () => random.below(7)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
    expect(random.below(2 ** 48)).toBeGreaterThan(2 ** 32);
  });

  test('fill bytes of any length', () => {
    const random = createRandom('bytes');
    const bytes = new Uint8Array(1003);
    random.fill(bytes);
    expect(new Set(bytes).size).toBeGreaterThan(230);
  });
});
