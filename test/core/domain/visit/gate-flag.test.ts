import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, dayOf, startOfDay } from '../../../../core/domain/calendar-day';
import type { GateDecision } from '../../../../core/domain/visit/gate-declaration';
import {
  barredBy,
  barredThen,
  flagAfter,
  isLive,
  sentBy,
  type GateFlag,
} from '../../../../core/domain/visit/gate-flag';
import { gateRules } from './gate-rules-under-test';

const NOON = Date.parse('2026-03-10T12:00:00+08:00');
const TODAY = calendarDay('2026-03-10');
const decided = (outcome: GateDecision['outcome'], flags: GateDecision['flags']): GateDecision => ({
  outcome,
  because: [],
  flags,
});
const fever = decided('children-fever-clinic', [{ outcome: 'children-fever-clinic', days: 3 }]);
const emergency = decided('emergency', [{ outcome: 'emergency', days: 0 }]);
const pass = decided('pass', []);
const MIDNIGHT = startOfDay(calendarDay('2026-03-11'));
const END = startOfDay(calendarDay('2026-03-14'));

describe('a flag', () => {
  test('ends at the midnight after its last day', () => {
    const flag = flagAfter(null, fever, TODAY, NOON);
    expect(flag?.until).toBe(startOfDay(calendarDay('2026-03-14')));
    expect(isLive(flag, startOfDay(calendarDay('2026-03-14')) - 1)).toBe(true);
    expect(isLive(flag, startOfDay(calendarDay('2026-03-14')))).toBe(false);
  });

  test('is not lifted by a milder declaration', () => {
    const flag = flagAfter(null, fever, TODAY, NOON);
    expect(flagAfter(flag, pass, TODAY, NOON + 1)).toEqual(flag);
  });

  test('of a fever lasts when an emergency beside it is over, in whatever order they were told', () => {
    const together = decided('emergency', [...emergency.flags, ...fever.flags]);
    const flags = [
      flagAfter(flagAfter(null, fever, TODAY, NOON), emergency, TODAY, NOON + 1),
      flagAfter(flagAfter(null, emergency, TODAY, NOON), fever, TODAY, NOON + 1),
      flagAfter(null, together, TODAY, NOON),
    ];
    for (const flag of flags) {
      expect(flag?.until).toBe(END);
      expect([NOON + 2, MIDNIGHT - 1, MIDNIGHT, END - 1, END].map((at) => sentBy(flag, at))).toEqual([
        'emergency',
        'emergency',
        'children-fever-clinic',
        'children-fever-clinic',
        null,
      ]);
      expect(barredBy(flag, 'ped-fever', gateRules, MIDNIGHT - 1)).toBe('emergency');
      expect(barredBy(flag, 'ped-fever', gateRules, MIDNIGHT)).toBeNull();
    }
  });

  test('bars every clinic but those for such patients', () => {
    const flag = flagAfter(null, fever, TODAY, NOON);
    expect(barredBy(flag, 'ped-general', gateRules, NOON)).toBe('children-fever-clinic');
    expect(barredBy(flag, 'ped-fever', gateRules, NOON)).toBeNull();
    expect(barredBy(flag && { ...flag, clearedAt: NOON }, 'ped-general', gateRules, NOON)).toBeNull();
  });

  test('bars what is booked for before its end, and says where to go now', () => {
    const flag = flagAfter(flagAfter(null, fever, TODAY, NOON), emergency, TODAY, NOON);
    const then = (clinicId: string, at: number, now = NOON) =>
      barredThen(flag, { clinicId, at }, gateRules, now);
    expect(then('ped-general', END - 1)).toBe('emergency');
    expect(then('ped-general', END - 1, MIDNIGHT)).toBe('children-fever-clinic');
    expect(then('ped-general', END)).toBeNull();
    // The emergency is over by then, and this clinic is for such patients.
    expect(then('ped-fever', MIDNIGHT)).toBeNull();
    // A time that has begun is now.
    expect(then('ped-general', NOON - 1)).toBe('emergency');
    expect(then('ped-general', NOON, END)).toBeNull();
  });

  test('once set, no sequence of declarations ends it early', () => {
    const declarations = fc.array(fc.tuple(fc.constantFrom(fever, emergency, pass), fc.nat(86_400_000)));
    fc.assert(
      fc.property(declarations, (said) => {
        let flag: GateFlag | null = flagAfter(null, fever, TODAY, NOON);
        const end = flag?.until ?? 0;
        let now = NOON;
        for (const [decision, later] of said) {
          now += later;
          flag = flagAfter(flag, decision, dayOf(now), now);
        }
        expect(now >= end || isLive(flag, now)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
