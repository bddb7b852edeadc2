import { describe, expect, test } from '@jest/globals';
import type { Simulation } from '../../../../local/cloud/in-process';
import { during, play, texts } from './simulation-under-test';

const TIMES = 4;
const EXITED = 'Process exited unexpectedly before completing request';

const appended = async (simulation: Simulation): Promise<number> =>
  (await texts(simulation.cloud, 'runs')).length;

/** Kills whoever is busy before a step, and answers what was there then and what was there at last. */
const killedBefore = (step: number) => {
  let killed = false;
  let simulation: Simulation | undefined;
  const onStep = (): void => {
    const busy = simulation?.instances().find((one) => one.busy);
    if (simulation === undefined || busy === undefined || simulation.steps() < step || killed) return;
    killed = true;
    simulation.kill(busy.pid);
  };
  return during({ onStep }, async (opened) => {
    const from = opened.steps();
    step += from;
    simulation = opened;
    const answer = await play(opened, { how: 'appends', who: 'ann', times: TIMES });
    const after = await appended(opened);
    await opened.advance(60_000);
    return { answer, killed, after, atLast: await appended(opened), steps: opened.steps() - from };
  });
};

describe('an instance that is killed', () => {
  test('at any of its steps leaves what was done, and nothing of it goes on', async () => {
    const counts = new Set<number>();
    for (let step = 1; ; step += 1) {
      const { answer, killed, after, atLast } = await killedBefore(step);
      expect(atLast).toBe(after);
      if (!killed) {
        expect(answer).toBe(TIMES);
        break;
      }
      expect(answer).toMatch(EXITED);
      counts.add(after);
    }
    // Before the first write, between any two, and after the last.
    expect([...counts].sort()).toEqual([0, 1, 2, 3, 4]);
  });

  test('does not come back: the next call starts cold', () =>
    during({}, async (simulation) => {
      await play(simulation, { how: 'counts' });
      for (const { pid } of simulation.instances()) simulation.kill(pid);
      expect(simulation.instances()).toEqual([]);
      expect(await play(simulation, { how: 'counts' })).toBe(1);
    }));
});

describe('a fault by name', () => {
  const crashed = (name: 'crash-before' | 'crash-after') =>
    during({}, async (simulation) => {
      simulation.cloud.faults.set({ name, match: { function: 'play' }, nth: 3 });
      const answer = await play(simulation, { how: 'appends', who: 'ann', times: TIMES });
      await simulation.advance(60_000);
      return { answer, documents: await appended(simulation) };
    });

  test('kills a function before its third operation', async () => {
    expect(await crashed('crash-before')).toEqual({ answer: expect.stringMatching(EXITED), documents: 2 });
  });

  test('kills a function after its third operation', async () => {
    expect(await crashed('crash-after')).toEqual({ answer: expect.stringMatching(EXITED), documents: 3 });
  });

  test('resets a connection: the SDK tells the function, and the work was done', () =>
    during({}, async (simulation) => {
      simulation.cloud.faults.set({ name: 'reset-after', nth: 2 });
      expect(await play(simulation, { how: 'appends', who: 'ann', times: TIMES })).toMatch('socket hang up');
      expect(await appended(simulation)).toBe(2);
    }));

  test('makes an answer late by the virtual clock', () =>
    during({}, async (simulation) => {
      const before = simulation.now();
      simulation.cloud.faults.set({ name: 'slow', ms: 700, times: 2 });
      await play(simulation, { how: 'appends', who: 'ann', times: TIMES });
      expect(simulation.now() - before).toBe(1400);
    }));
});
