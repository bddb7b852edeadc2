import { expect, test } from '@jest/globals';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { helpState } from '@core/domain/identity/help-request';

const T0 = 1_773_100_800_000;
const COME = 30 * MINUTE_MS;
const open = { state: 'open', expiresAt: T0 + 120 * MINUTE_MS, takenAt: null } as const;
const taken = { ...open, state: 'taken', takenAt: T0 + MINUTE_MS } as const;

test('a call for help is open until nobody looks for it any more', () => {
  expect(helpState(open, COME, open.expiresAt - 1)).toBe('open');
  expect(helpState(open, COME, open.expiresAt)).toBeNull();
});

test('who said yes is waited for, then the others are asked again', () => {
  expect(helpState(taken, COME, taken.takenAt + COME - 1)).toBe('taken');
  expect(helpState(taken, COME, taken.takenAt + COME)).toBe('open');
  expect(helpState(taken, COME, taken.expiresAt)).toBeNull();
});

test('one that was taken in the last minute is waited for beyond it', () => {
  const late = { ...taken, takenAt: taken.expiresAt - 1 };
  expect(helpState(late, COME, late.expiresAt)).toBe('taken');
});

test('what is done or taken back is over', () => {
  expect(helpState({ ...taken, state: 'done' }, COME, T0)).toBeNull();
  expect(helpState({ ...open, state: 'cancelled' }, COME, T0)).toBeNull();
});
