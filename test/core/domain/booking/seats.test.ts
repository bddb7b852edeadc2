import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockTime } from '@core/domain/calendar-day';
import { allocate, slotTimes } from '@core/domain/booking/seat-allocation';
import {
  chooseSeat,
  freeSeats,
  neighbours,
  seatHeldBy,
  slotAt,
  slotsNear,
  type SeatMap,
} from '@core/domain/booking/seats';

const { slots, pools } = allocate(slotTimes(clockTime('08:00'), clockTime('10:00'), 30), {
  capacity: 16,
  onlineSharePercent: 50,
  reserved: {},
});
const map = (claims: SeatMap['claims'] = {}): SeatMap => ({ slots, pools, claims });
const eight = slotAt(map(), clockTime('08:00'));
if (!eight) throw new Error('There is a half-hour at eight');

describe('free seats', () => {
  test('are those of the online pool that nobody claimed', () => {
    expect(freeSeats(map(), eight)).toEqual([1, 2]);
    expect(freeSeats(map({ '1': { holder: 'a' } }), eight)).toEqual([2]);
    expect(freeSeats(map({ '1': { holder: 'a' }, '2': { holder: 'b' } }), eight)).toEqual([]);
  });

  test('are given lowest first, and after a lost race any of them', () => {
    expect(chooseSeat(map(), eight, 0, 0.99)).toBe(1);
    expect(chooseSeat(map(), eight, 1, 0)).toBe(1);
    expect(chooseSeat(map(), eight, 1, 0.99)).toBe(2);
    expect(chooseSeat(map({ '1': { holder: 'a' }, '2': { holder: 'b' } }), eight, 3, 0.5)).toBeNull();
  });

  test('are known by their holder', () => {
    expect(seatHeldBy(map({ '5': { holder: 'a' } }), 'a')).toBe(5);
    expect(seatHeldBy(map({ '5': { holder: 'a' } }), 'b')).toBeNull();
  });

  test('elsewhere are looked for in the nearest half-hours first', () => {
    expect(neighbours(map(), clockTime('08:30')).map(({ start }) => start)).toEqual([
      '08:00',
      '09:00',
      '09:30',
    ]);
    expect(slotAt(map(), clockTime('11:00'))).toBeNull();
  });

  test('of another day are looked for at the very time first, also where that session keeps other hours', () => {
    const near = (start: string) => slotsNear(map(), clockTime(start)).map((slot) => slot.start);
    expect(near('08:30')).toEqual(['08:30', '08:00', '09:00', '09:30']);
    expect(near('14:00')[0]).toBe('09:30');
  });
});

describe('any order of claims and releases', () => {
  interface World {
    readonly claims: Record<string, { readonly holder: string }>;
    next: number;
  }
  type Step =
    | { readonly kind: 'claim'; readonly slot: number; readonly chance: number }
    | { readonly kind: 'release'; readonly which: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({
      kind: fc.constant('claim' as const),
      slot: fc.nat(3),
      chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
    fc.record({ kind: fc.constant('release' as const), which: fc.nat() }),
  );

  function apply(world: World, one: Step): void {
    if (one.kind === 'release') {
      const taken = Object.keys(world.claims);
      const seat = taken[one.which % Math.max(1, taken.length)];
      if (seat) Reflect.deleteProperty(world.claims, seat);
      return;
    }
    const slot = slots[one.slot];
    const seat = slot ? chooseSeat(map(world.claims), slot, 1, one.chance) : null;
    if (seat === null) return;
    expect(world.claims[String(seat)]).toBeUndefined();
    expect(slot?.seats).toContain(seat);
    expect(pools[String(seat)]).toBe('online');
    world.claims[String(seat)] = { holder: `h${String((world.next += 1))}` };
  }

  test('never gives a seat twice, nor one of another pool, and refuses only where none is left', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const world: World = { claims: {}, next: 0 };
        for (const one of steps) apply(world, one);
        const free = slots.reduce((sum, slot) => sum + freeSeats(map(world.claims), slot).length, 0);
        expect(free + Object.keys(world.claims).length).toBe(8);
        for (const slot of slots) {
          const left = freeSeats(map(world.claims), slot).length;
          expect(chooseSeat(map(world.claims), slot, 0, 0) === null).toBe(left === 0);
        }
      }),
    );
  });
});
