import { describe, expect, test } from '@jest/globals';
import { demand, zipf, type Attempt } from '../../../bench/booking/demand';
import { seeded } from '../../../bench/instruments/random';

const OPTIONS = { seed: 7, attempts: 5000, slots: 120, exponent: 1, repeats: 0.08 };

const firsts = (attempts: readonly Attempt[]): Attempt[] =>
  attempts.filter(({ repeatOf }) => repeatOf === null);

describe('the demand of a round', () => {
  const attempts = demand(OPTIONS);

  test('follows from its seed alone', () => {
    expect(demand(OPTIONS)).toEqual(attempts);
    expect(demand({ ...OPTIONS, seed: 8 })).not.toEqual(attempts);
  });

  test('gives every caller one wish under a request id of their own', () => {
    const wishes = firsts(attempts);
    expect(wishes.map(({ caller }) => caller)).toEqual(wishes.map((_, index) => index));
    expect(new Set(wishes.map(({ requestId }) => requestId)).size).toBe(wishes.length);
    expect(wishes.every(({ requestId }) => /^[A-Za-z0-9_-]{16,64}$/.test(requestId))).toBe(true);
  });

  test('repeats about the wanted share of attempts, each a copy of an earlier first one nearby', () => {
    const repeats = [...attempts.entries()].filter(([, { repeatOf }]) => repeatOf !== null);
    expect(repeats.length / attempts.length).toBeCloseTo(0.08, 1);
    for (const [index, { repeatOf, ...copy }] of repeats) {
      const original = attempts[repeatOf ?? -1];
      expect(original).toEqual({ ...copy, repeatOf: null });
      expect(index - (repeatOf ?? 0)).toBeGreaterThan(0);
    }
  });

  test('never repeats where no repeats are wanted', () => {
    expect(firsts(demand({ ...OPTIONS, repeats: 0 }))).toHaveLength(OPTIONS.attempts);
  });

  test('wants every slot it names, and some slots far more than others', () => {
    const counts = new Map<number, number>();
    for (const { slot } of attempts) counts.set(slot, (counts.get(slot) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    expect([...counts.keys()].every((slot) => slot >= 0 && slot < OPTIONS.slots)).toBe(true);
    // With exponent 1 over 120 slots, the first rank draws 1/H(120) = 18.6 % and the second half of it.
    expect((sorted[0] ?? 0) / attempts.length).toBeGreaterThan(0.16);
    expect((sorted[0] ?? 0) / attempts.length).toBeLessThan(0.21);
  });

  test('deals the ranks to other slots under another seed', () => {
    const favourite = (list: readonly Attempt[]): number => {
      const counts = Array<number>(OPTIONS.slots).fill(0);
      for (const { slot } of list) counts[slot] = (counts[slot] ?? 0) + 1;
      return counts.indexOf(Math.max(...counts));
    };
    const favourites = [1, 2, 3, 4].map((seed) => favourite(demand({ ...OPTIONS, seed })));
    expect(new Set(favourites).size).toBeGreaterThan(1);
  });
});

describe("Zipf's law", () => {
  test('draws each rank in proportion to its power', () => {
    const draw = zipf(10, 0.5, seeded(3));
    const counts = Array<number>(10).fill(0);
    for (let drawn = 0; drawn < 100_000; drawn += 1) {
      const rank = draw();
      counts[rank] = (counts[rank] ?? 0) + 1;
    }
    const sum = counts.reduce((total, _, rank) => total + (rank + 1) ** -0.5, 0);
    counts.forEach((count, rank) => expect(count / 100_000).toBeCloseTo((rank + 1) ** -0.5 / sum, 2));
  });

  test('is even where the exponent is zero', () => {
    const draw = zipf(4, 0, seeded(5));
    const ranks = Array.from({ length: 400 }, () => draw());
    expect(new Set(ranks)).toEqual(new Set([0, 1, 2, 3]));
  });
});
