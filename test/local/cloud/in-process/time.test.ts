import { describe, expect, test } from '@jest/globals';
import { during, NOON, play, texts } from './simulation-under-test';

const DAY = 24 * 3600 * 1000;

describe('time in a simulation', () => {
  test('stands still while a call needs none', () =>
    during({}, async (simulation) => {
      await play(simulation, { how: 'appends', who: 'ann', times: 5 });
      expect(simulation.now()).toBe(NOON);
    }));

  test('moves by as much as a function waits, whatever that is', () =>
    during({ cloud: { functionConfig: { defaults: { timeoutMs: 60_000 } } } }, async (simulation) => {
      expect(await play(simulation, { how: 'slow', wait: 45_000 })).toBe('ended');
      expect(simulation.now()).toBe(NOON + 45_000);
    }));

  test('rings timers at their time and in their order', () =>
    during({}, async (simulation) => {
      const seen = await play(simulation, { how: 'ticks', wait: 45 });
      expect(seen).toEqual([NOON + 10, NOON + 20, NOON + 30, 'late', NOON + 40]);
    }));

  test('ends a function that takes longer than it may, and nothing of it goes on', () =>
    during({}, async (simulation) => {
      const answer = await play(simulation, { how: 'slow', wait: 3001 });
      expect(answer).toMatch('Invoking task timed out after 3 seconds');
      expect(simulation.now()).toBe(NOON + 3000);
      await simulation.advance(10_000);
      expect((await texts(simulation.cloud, 'notes')).map((text) => text.includes('ended'))).toEqual([false]);
    }));

  test('advances by exactly what is asked, and triggers run at their times on the way', () =>
    during({}, async (simulation) => {
      await simulation.advance(3 * DAY);
      expect(simulation.now()).toBe(NOON + 3 * DAY);
      const starts = simulation.cloud.host.logs({ name: 'nightly' }).map(({ startedAt }) => startedAt);
      const first = Date.parse('2026-01-06T02:30:00+08:00');
      expect(starts).toEqual([first, first + DAY, first + 2 * DAY]);
    }));

  test('ends a transaction after thirty seconds', () =>
    during({ cloud: { functionConfig: { defaults: { timeoutMs: 60_000 } } } }, async (simulation) => {
      expect(await play(simulation, { how: 'holds', wait: 29_000 })).toBe('committed');
      expect(await play(simulation, { how: 'holds', wait: 31_000 })).toBe('DATABASE_TRANSACTION_FAIL');
    }));

  test('is not moved by waiting until all is quiet', () =>
    during({}, async (simulation) => {
      const slow = play(simulation, { how: 'slow', wait: 500 });
      await simulation.runUntilQuiet();
      expect(simulation.now()).toBe(NOON + 500);
      expect(await slow).toBe('ended');
      await simulation.runUntilQuiet();
      expect(simulation.now()).toBe(NOON + 500);
    }));

  test('is not waited for when nothing can come any more', () =>
    during({}, async (simulation) => {
      await expect(simulation.until(() => new Promise(() => undefined))).rejects.toThrow(
        'did not come within the time',
      );
    }));
});
