import { describe, expect, test } from '@jest/globals';
import { isSameOrder } from '@core/domain/clinic/repeated-order';

const NOW = 1_000_000_000;
const MINUTE_MS = 60_000;
const blood = { itemId: 'lab-blood', quantity: 1, state: 'ordered' };
const calcium = { itemId: 'rx-calcium', quantity: 2, state: 'ordered' };
const before = { practitionerId: 'dr-tian', placedAt: NOW - MINUTE_MS, lines: [blood, calcium] };
const wanted = { practitionerId: 'dr-tian', items: [calcium, blood] };

describe('an order that comes again under another request', () => {
  test('is the same one for some minutes, in whatever order its things are named', () => {
    expect(isSameOrder(before, wanted, NOW)).toBe(true);
    expect(isSameOrder(before, wanted, before.placedAt + 5 * MINUTE_MS)).toBe(false);
  });

  test.each([
    ['of another doctor', { practitionerId: 'dr-lu' }],
    ['of one thing less', { items: [blood] }],
    ['of one thing twice', { items: [blood, blood, calcium] }],
    ['of another quantity', { items: [blood, { ...calcium, quantity: 1 }] }],
  ])('%s is another one', (_what, change) => {
    expect(isSameOrder(before, { ...wanted, ...change }, NOW)).toBe(false);
  });

  test('is another one once something of the first was done or taken back', () => {
    const touched = { ...before, lines: [blood, { ...calcium, state: 'cancelled' }] };
    expect(isSameOrder(touched, wanted, NOW)).toBe(false);
  });
});
