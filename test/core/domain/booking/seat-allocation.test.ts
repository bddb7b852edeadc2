import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { clockTime, minutesOf, timeAtMinute } from '@core/domain/calendar-day';
import { allocate, onlineSeats, slotTimes, spread } from '@core/domain/booking/seat-allocation';

const times = (slots: number) => slotTimes(clockTime('08:00'), timeAtMinute(480 + slots * 30), 30);

describe('the half-hours of a session', () => {
  test('follow each other without a gap, and an unfinished last one is dropped', () => {
    expect(slotTimes(clockTime('08:30'), clockTime('10:15'), 30)).toEqual([
      { start: '08:30', end: '09:00' },
      { start: '09:00', end: '09:30' },
      { start: '09:30', end: '10:00' },
    ]);
    expect(slotTimes(clockTime('08:00'), clockTime('10:00'), 60)).toHaveLength(2);
    expect(slotTimes(clockTime('08:00'), clockTime('08:20'), 30)).toEqual([]);
  });
});

describe('the online share', () => {
  test.each([
    [30, 20, 6],
    [29, 20, 5],
    [100, 29, 29],
    [1, 50, 0],
    [7, 50, 3],
    [0, 50, 0],
  ])('of %d seats at %d percent is %d, rounded down', (capacity, onlineSharePercent, seats) => {
    expect(onlineSeats({ capacity, onlineSharePercent, reserved: {} })).toBe(seats);
  });
});

describe('spreading seats', () => {
  test.each([
    [6, [1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1]],
    [7, [1, 1, 1], [3, 2, 2]],
    [8, [1, 1, 1], [3, 3, 2]],
    [5, [4, 4, 4], [2, 2, 1]],
    // 4/3, 1/3 and 1/3: all remainders are a third, so the first one has the seat.
    [2, [4, 1, 1], [2, 0, 0]],
    [3, [5, 5, 4], [1, 1, 1]],
    [0, [3, 3], [0, 0]],
    [0, [0, 0], [0, 0]],
  ])('%d over %j gives %j', (total, weights, shares) => {
    expect(spread(total, weights)).toEqual(shares);
  });

  test('gives away every seat and never more than a half-hour has', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(weights, fc.nat(), (sizes, chosen) => {
        const sum = sizes.reduce((all, size) => all + size, 0);
        const total = sum === 0 ? 0 : chosen % (sum + 1);
        const shares = spread(total, sizes);
        expect(shares.reduce((all, share) => all + share, 0)).toBe(total);
        shares.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(sizes[index] ?? 0);
          expect(share).toBeGreaterThanOrEqual(Math.floor((total * (sizes[index] ?? 0)) / Math.max(1, sum)));
        });
      }),
    );
  });

  test('gives equal half-hours equal shares but for one seat, the earlier ones first', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 16 }), fc.nat(300), (slots, total) => {
        const shares = spread(total, Array<number>(slots).fill(1));
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
        expect((shares[0] ?? 0) - (shares.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the pools of a session', () => {
  const wanted = fc
    .record({
      slots: fc.integer({ min: 1, max: 12 }),
      capacity: fc.integer({ min: 0, max: 120 }),
      onlineSharePercent: fc.integer({ min: 0, max: 50 }),
      mdt: fc.integer({ min: 0, max: 5 }),
      referral: fc.integer({ min: 0, max: 5 }),
    })
    .filter(({ capacity, onlineSharePercent, mdt, referral }) => {
      return Math.floor((capacity * onlineSharePercent) / 100) + mdt + referral <= capacity;
    });

  test('are disjoint, add up to the capacity, and online is exact to one seat', () => {
    fc.assert(
      fc.property(wanted, ({ slots, capacity, onlineSharePercent, mdt, referral }) => {
        const { pools } = allocate(times(slots), {
          capacity,
          onlineSharePercent,
          reserved: { referral, mdt },
        });
        const count = (pool: string) => Object.values(pools).filter((one) => one === pool).length;
        expect(Object.keys(pools)).toHaveLength(capacity);
        expect(count('online')).toBe(Math.floor((capacity * onlineSharePercent) / 100));
        expect(count('mdt')).toBe(mdt);
        expect(count('referral')).toBe(referral);
        expect(count('online') + count('mdt') + count('referral') + count('window')).toBe(capacity);
      }),
    );
  });

  test('number the seats once each, in the order of time', () => {
    fc.assert(
      fc.property(wanted, ({ slots, capacity, onlineSharePercent, mdt, referral }) => {
        const allocation = allocate(times(slots), {
          capacity,
          onlineSharePercent,
          reserved: { referral, mdt },
        });
        expect(allocation.slots.flatMap(({ seats }) => seats)).toEqual(
          Array.from({ length: capacity }, (_, index) => index + 1),
        );
        const starts = allocation.slots.map(({ start }) => minutesOf(start));
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
    );
  });

  test('put the online seats of a half-hour first', () => {
    const { slots, pools } = allocate(times(2), {
      capacity: 6,
      onlineSharePercent: 34,
      reserved: { mdt: 1 },
    });
    expect(slots.map(({ seats }) => seats.map((seat) => pools[String(seat)]))).toEqual([
      ['online', 'mdt', 'window'],
      ['online', 'window', 'window'],
    ]);
  });
});
