import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calendarDay, dayOf, startOfDay } from '../../../../core/domain/calendar-day';
import type { GateDecision } from '../../../../core/domain/visit/gate-declaration';
import { bars, flagAfter, isLive, type GateFlag } from '../../../../core/domain/visit/gate-flag';
import { gateRules } from './gate-rules-under-test';

const NOON = Date.parse('2026-03-10T12:00:00+08:00');
const TODAY = calendarDay('2026-03-10');
const fever: GateDecision = { outcome: 'children-fever-clinic', because: [], flagDays: 3 };
const emergency: GateDecision = { outcome: 'emergency', because: [], flagDays: 0 };
const pass: GateDecision = { outcome: 'pass', because: [], flagDays: null };

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

  test('takes the more serious outcome and the later end of two', () => {
    const both = flagAfter(flagAfter(null, fever, TODAY, NOON), emergency, TODAY, NOON + 1);
    expect(both).toMatchObject({ outcome: 'emergency', until: startOfDay(calendarDay('2026-03-14')) });
  });

  test('bars every clinic but those for such patients', () => {
    const flag = flagAfter(null, fever, TODAY, NOON);
    expect(bars(flag, 'ped-general', gateRules, NOON)).toBe(true);
    expect(bars(flag, 'ped-fever', gateRules, NOON)).toBe(false);
    expect(bars(flag && { ...flag, clearedAt: NOON }, 'ped-general', gateRules, NOON)).toBe(false);
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
