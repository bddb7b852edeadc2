import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MINUTE_MS } from '../../../../core/domain/calendar-day';
import { expectedWait, type WaitFacts } from '../../../../core/domain/visit/expected-wait';
import { at, queueRules } from './queue-rules-under-test';

const facts = (change: Partial<WaitFacts>): WaitFacts => ({
  ahead: 3,
  yetToCome: 0,
  roomTaken: true,
  lastMoveAt: at('08:59'),
  sessionStartsAt: at('08:00'),
  visitLengths: [],
  ...change,
});
const wait = (change: Partial<WaitFacts>, time = '09:00') =>
  expectedWait(facts(change), queueRules, at(time));
const minutes = (...lengths: readonly number[]) => lengths.map((length) => length * MINUTE_MS);

describe('the expected wait', () => {
  test('is reckoned from what is usual until the session has its own visits', () => {
    expect(wait({})).toEqual({ state: 'interval', lowMinutes: 10, highMinutes: 40, basis: 'usual' });
    expect(wait({ visitLengths: minutes(5, 6) })).toMatchObject({ basis: 'usual' });
    expect(wait({ visitLengths: minutes(5, 6, 5) })).toMatchObject({ basis: 'this-session' });
  });

  test('is not stretched by one very long visit', () => {
    const even = wait({ visitLengths: minutes(6, 6, 6, 6, 6) });
    expect(wait({ visitLengths: minutes(6, 6, 90, 6, 6) })).toEqual(even);
  });

  test('counts from the start of the session before it', () => {
    expect(wait({ lastMoveAt: null, roomTaken: false, ahead: 0 }, '07:30')).toMatchObject({ lowMinutes: 30 });
  });

  test('is unknown where the doctor should have begun and has not', () => {
    expect(wait({ lastMoveAt: null }, '08:05')).toMatchObject({ state: 'interval' });
    expect(wait({ lastMoveAt: null }, '08:11')).toEqual({ state: 'unknown', because: 'not-begun' });
  });

  test('is unknown while the room is empty and nobody is called any more', () => {
    const empty = { roomTaken: false, lastMoveAt: at('09:00') };
    expect(wait(empty, '09:20')).toMatchObject({ state: 'interval' });
    expect(wait(empty, '09:21')).toEqual({ state: 'unknown', because: 'paused' });
    expect(wait({ ...empty, roomTaken: true }, '09:21')).toMatchObject({ state: 'interval' });
  });

  test('has a longer end for those who have booked before and may still come', () => {
    expect(wait({ ahead: 0, roomTaken: false, yetToCome: 4 })).toMatchObject({
      lowMinutes: 0,
      highMinutes: 40,
    });
  });

  test('is an interval that grows with the people ahead', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 60 }).map((length) => length * MINUTE_MS));
    fc.assert(
      fc.property(lengths, fc.nat(30), (visitLengths, ahead) => {
        const one = wait({ visitLengths, ahead });
        const more = wait({ visitLengths, ahead: ahead + 1 });
        if (one.state !== 'interval' || more.state !== 'interval') throw new Error('unknown');
        expect(one.lowMinutes).toBeLessThanOrEqual(one.highMinutes);
        expect(more.lowMinutes).toBeGreaterThanOrEqual(one.lowMinutes);
        expect(more.highMinutes).toBeGreaterThanOrEqual(one.highMinutes);
      }),
      { numRuns: 100 },
    );
  });
});
