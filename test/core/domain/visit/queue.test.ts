import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideCall } from '../../../../core/domain/visit/call';
import { orderQueue, type Waiting } from '../../../../core/domain/visit/queue';
import { explain } from '../../../../core/domain/visit/queue-explanation';
import { at, queueRules, waiting } from './queue-rules-under-test';

const order = (people: readonly Waiting[], calls: readonly number[] = []): readonly number[] =>
  orderQueue(people, calls, queueRules).map((standing) => standing.waiting.queueNumber);
const why = (people: readonly Waiting[], number: number, calls: readonly number[] = []) =>
  explain(orderQueue(people, calls, queueRules), `e${String(number)}`);

describe('the order of a queue', () => {
  test('is the half-hour, then the number, whoever came first', () => {
    const people = [
      waiting(3, '09:30', { arrivedAt: at('07:40') }),
      waiting(2, '09:00', { arrivedAt: at('08:50') }),
      waiting(1, '09:00', { arrivedAt: at('08:55') }),
    ];
    expect(order(people)).toEqual([1, 2, 3]);
  });

  test('lets an emergency and the green channel before all, the elderly before others of their half-hour', () => {
    const people = [
      waiting(1, '09:00'),
      waiting(2, '09:00', { priority: 'courtesy' }),
      waiting(3, '09:30', { priority: 'courtesy' }),
      waiting(4, '10:00', { priority: 'green-channel' }),
      waiting(5, '10:30', { priority: 'emergency' }),
      waiting(6, '09:30'),
    ];
    expect(order(people)).toEqual([5, 4, 2, 1, 3, 6]);
    expect(why(people, 6)).toEqual({
      ahead: 5,
      because: [
        { why: 'emergency', people: 1 },
        { why: 'green-channel', people: 1 },
        { why: 'courtesy', people: 1 },
        { why: 'earlier-half-hour', people: 2 },
      ],
    });
  });

  test('puts who missed the half-hour behind those of the present one, before the next', () => {
    const people = [
      waiting(1, '08:00', { arrivedAt: at('09:10') }),
      waiting(7, '09:00'),
      waiting(8, '09:30'),
    ];
    expect(order(people)).toEqual([7, 1, 8]);
    expect(why(people, 1)).toEqual({ ahead: 1, because: [{ why: 'earlier-half-hour', people: 1 }] });
  });

  test('lets who was passed wait behind as many calls as the rule says, and no longer', () => {
    const again = { behind: 2, since: at('09:00'), because: 'passed' } as const;
    const people = [waiting(1, '08:00', { again }), ...[2, 3, 4].map((number) => waiting(number, '09:00'))];
    expect(order(people)).toEqual([2, 3, 1, 4]);
    expect(order(people, [at('09:05')])).toEqual([2, 1, 3, 4]);
    expect(order(people, [at('09:05'), at('09:10')])).toEqual([1, 2, 3, 4]);
    expect(order(people, [at('08:55')])).toEqual([2, 3, 1, 4]);
  });

  test('never lets someone who comes again before an emergency', () => {
    const again = { behind: 0, since: at('09:00'), because: 'returned' } as const;
    const people = [waiting(1, '08:00', { again }), waiting(2, '09:00', { priority: 'emergency' })];
    expect(order(people)).toEqual([2, 1]);
  });
});

const anyone: fc.Arbitrary<Waiting> = fc
  .record({
    queueNumber: fc.integer({ min: 1, max: 60 }),
    half: fc.constantFrom('08:00', '08:30', '09:00', '09:30', '10:00'),
    arrived: fc.integer({ min: 0, max: 240 }),
    priority: fc.constantFrom('emergency', 'green-channel', 'courtesy', 'none', 'none', 'none'),
    again: fc.option(fc.record({ behind: fc.nat(4), since: fc.integer({ min: 0, max: 200 }) })),
  })
  .map(({ queueNumber, half, arrived, priority, again }) =>
    waiting(queueNumber, half, {
      arrivedAt: at('07:00') + arrived * 60_000,
      priority: priority as Waiting['priority'],
      again: again && { behind: again.behind, since: at('07:00') + again.since * 60_000, because: 'passed' },
    }),
  );
const people = fc.uniqueArray(anyone, { selector: ({ queueNumber }) => queueNumber, maxLength: 25 });
const calls = fc.array(fc.integer({ min: 0, max: 240 }).map((minute) => at('07:00') + minute * 60_000));

describe('whatever queue there is', () => {
  test('everybody stands in it exactly once, in the same place however they are listed', () => {
    fc.assert(
      fc.property(people, calls, fc.nat(1000), (waits, called, seed) => {
        const key = ({ queueNumber }: Waiting): number => (queueNumber * 7919 + seed * 104_729) % 1009;
        const shuffled = [...waits].sort((a, b) => key(a) - key(b));
        const ordered = order(waits, called);
        expect([...ordered].sort((a, b) => a - b)).toEqual(
          waits.map(({ queueNumber }) => queueNumber).sort((a, b) => a - b),
        );
        expect(order(shuffled, called)).toEqual(ordered);
      }),
      { numRuns: 200 },
    );
  });

  test('the explanation counts each person ahead once', () => {
    fc.assert(
      fc.property(people, calls, (waits, called) => {
        const queue = orderQueue(waits, called, queueRules);
        queue.forEach((standing, place) => {
          const told = explain(queue, standing.encounterId);
          expect(told?.ahead).toBe(place);
          expect(told?.because.reduce((sum, { people: count }) => sum + count, 0)).toBe(place);
        });
      }),
      { numRuns: 200 },
    );
  });

  test('a call takes the first, or another one only with a reason', () => {
    fc.assert(
      fc.property(
        people,
        fc.nat(30),
        fc.constantFrom(null, '', '  ', '看完结果回来'),
        (waits, place, reason) => {
          const queue = orderQueue(waits, [], queueRules);
          const encounterId = queue[place]?.encounterId ?? null;
          const decided = decideCall(queue, [], { encounterId, reason });
          if (queue.length === 0) expect(decided).toMatchObject({ error: 'NOBODY_WAITS' });
          else if (decided.ok) {
            const skips = decided.value.encounterId !== queue[0]?.encounterId;
            expect(skips && (reason ?? '').trim() === '').toBe(false);
          } else expect(decided.error).toBe('SKIP_NEEDS_REASON');
        },
      ),
      { numRuns: 200 },
    );
  });

  test('nobody is called while somebody called has neither come nor been passed', () => {
    const queue = orderQueue([waiting(1, '09:00')], [], queueRules);
    const wish = { encounterId: null, reason: null };
    expect(decideCall(queue, [{ encounterId: 'x', state: 'called' }], wish)).toMatchObject({
      error: 'CALL_OPEN',
      detail: { encounterId: 'x' },
    });
    expect(decideCall(queue, [{ encounterId: 'x', state: 'in-room' }], wish).ok).toBe(true);
  });
});
