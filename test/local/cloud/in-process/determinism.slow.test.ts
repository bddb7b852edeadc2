import { beforeAll, describe, expect, test } from '@jest/globals';
import type { SimulationOptions } from '../../../../local/cloud/in-process';
import { during, play, texts } from './simulation-under-test';

const PEOPLE = ['ann', 'bo', 'cy'];

/** A minute before the nightly trigger. */
const NIGHT = Date.parse('2026-01-06T02:29:00+08:00');

/** Three people write at once; what is stored, in which order, and what each was told. */
const story = (world: Partial<Omit<SimulationOptions, 'cloud'>>) =>
  during({ now: NIGHT, ...world }, async (simulation) => {
    const answers = await Promise.all(
      PEOPLE.flatMap((who) => [
        play(simulation, { how: 'appends', who, times: 3 }, `o-${who}`),
        play(simulation, { how: 'addsUnsafely', id: 'shared' }, `o-${who}`),
        play(simulation, { how: 'chance' }, `o-${who}`),
      ]),
    );
    await simulation.advance(120_000);
    const runs = await texts(simulation.cloud, 'runs');
    const notes = await texts(simulation.cloud, 'notes');
    return { digest: simulation.digest(), steps: simulation.steps(), answers, runs, notes };
  });

const orderOf = (runs: string[]): string => runs.map((text) => /"who":"(\w+)"/.exec(text)?.[1]).join(' ');

describe('the same seed', () => {
  test('gives the same interleaving and the same bytes', async () => {
    const [one, other] = [await story({ seed: 'a' }), await story({ seed: 'a' })];
    expect(one.runs).toHaveLength(10);
    expect(other).toEqual(one);
  });

  test('gives the same also beside another simulation', async () => {
    const [one, , other] = await Promise.all([story({ seed: 7 }), story({ seed: 8 }), story({ seed: 7 })]);
    expect(other).toEqual(one);
  });
});

describe('another seed', () => {
  const stories: Awaited<ReturnType<typeof story>>[] = [];
  beforeAll(async () => {
    for (let seed = 1; seed <= 6; seed += 1) stories.push(await story({ seed }));
  });

  test('gives another order and other chances', () => {
    expect(new Set(stories.map(({ runs }) => orderOf(runs))).size).toBe(6);
    expect(new Set(stories.map(({ digest }) => digest)).size).toBe(6);
    expect(new Set(stories.map(({ answers }) => JSON.stringify(answers[2]))).size).toBe(6);
  });

  test('finds what goes wrong only sometimes: two that read before either writes', () => {
    const totals = stories.map(({ notes }) => /"n":\{"\$numberInt":"(\d)"/.exec(notes[0] ?? '')?.[1]);
    expect(new Set(totals).size).toBeGreaterThan(1);
  });
});

describe('the order', () => {
  test('may be chosen by the caller, who is asked only where there are several', async () => {
    const asked: number[] = [];
    const first = await story({
      order: (ready) => {
        asked.push(ready);
        return 0;
      },
    });
    const last = await story({ order: (ready) => ready - 1 });
    expect(Math.min(...asked)).toBe(2);
    expect(orderOf(first.runs)).not.toBe(orderOf(last.runs));
    expect((await story({ order: () => 0 })).digest).toBe(first.digest);
  });

  test('of nothing that is ready is an error that everybody hears', async () => {
    await expect(story({ order: (ready) => ready })).rejects.toThrow('there is no ready thing');
  });
});
