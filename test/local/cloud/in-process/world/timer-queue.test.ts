import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { TimerQueue, type TimerEntry } from '../../../../../local/cloud/in-process/world/timer-queue';

const nothing = (): void => undefined;

const drain = (queue: TimerQueue, until = Infinity): TimerEntry[] => {
  const taken: TimerEntry[] = [];
  for (let entry = queue.takeDue(until); entry; entry = queue.takeDue(until)) taken.push(entry);
  return taken;
};

describe('timers', () => {
  test('come by their instant, and in the order of setting where that is the same', () => {
    const queue = new TimerQueue();
    for (const at of [5, 1, 3, 1, 5, 2]) queue.add(at, nothing);
    expect(drain(queue).map(({ at, order }) => [at, order])).toEqual([
      [1, 1],
      [1, 3],
      [2, 5],
      [3, 2],
      [5, 0],
      [5, 4],
    ]);
  });

  test('that are not due yet stay', () => {
    const queue = new TimerQueue();
    queue.add(10, nothing);
    queue.add(20, nothing);
    expect(drain(queue, 10)).toHaveLength(1);
    expect(queue.nextAt()).toBe(20);
  });

  test('that were cancelled never come, however many there are', () => {
    const action = fc.record({ at: fc.nat(50), cancelled: fc.boolean() });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 200 }), (actions) => {
        const queue = new TimerQueue();
        const made = actions.map(({ at }) => queue.add(at, nothing));
        made.forEach((entry, index) => {
          if (actions[index]?.cancelled) queue.cancel(entry);
        });
        const expected = actions.filter(({ cancelled }) => !cancelled).map(({ at }) => at);
        expect(drain(queue).map(({ at }) => at)).toEqual(expected.sort((a, b) => a - b));
        expect(queue.nextAt()).toBeUndefined();
      }),
    );
  });

  test('are found among many thousands that were cancelled', () => {
    const queue = new TimerQueue();
    for (let count = 0; count < 50_000; count += 1) queue.cancel(queue.add(1000 + count, nothing));
    queue.add(7, nothing);
    expect(drain(queue).map(({ at }) => at)).toEqual([7]);
  });
});
