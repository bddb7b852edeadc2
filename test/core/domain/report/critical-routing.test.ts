import { describe, expect, test } from '@jest/globals';
import { isWithin, reachOf, waitingSince, type Reach } from '@core/domain/report/critical-routing';
import fc from 'fast-check';

const MINUTE = 60_000;
const rules = { departmentAfterMinutes: 30, hospitalAfterMinutes: 60 };

describe('a critical value that nobody has acknowledged', () => {
  test.each<[minutes: number, doctorThere: boolean, colleagueThere: boolean, reach: Reach]>([
    [0, true, true, 'doctor'],
    [0, true, false, 'doctor'],
    [29, true, true, 'doctor'],
    [30, true, true, 'department'],
    [30, true, false, 'hospital'],
    [0, false, true, 'department'],
    [0, false, false, 'hospital'],
    [60, true, true, 'hospital'],
    [60, false, true, 'hospital'],
  ])(
    'after %i minutes, its doctor %s, a colleague %s: reaches %s',
    (minutes, doctorThere, colleagueThere, reach) => {
      expect(reachOf({ waitedMs: minutes * MINUTE, doctorThere, colleagueThere }, rules)).toBe(reach);
    },
  );

  test('reaches no fewer doctors with time, and always somebody who is there', () => {
    const facts = fc.record({ doctorThere: fc.boolean(), colleagueThere: fc.boolean() });
    const minutes = fc.array(fc.nat(120), { minLength: 2, maxLength: 4 });
    const order: readonly Reach[] = ['doctor', 'department', 'hospital'];
    fc.assert(
      fc.property(facts, minutes, ({ doctorThere, colleagueThere }, at) => {
        const reached = [...at]
          .sort((one, other) => one - other)
          .map((one) => reachOf({ waitedMs: one * MINUTE, doctorThere, colleagueThere }, rules));
        const ranks = reached.map((one) => order.indexOf(one));
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
        for (const reach of reached) {
          const itsDoctor = doctorThere && isWithin(reach, { ordered: true, sameDepartment: true });
          const colleague = colleagueThere && isWithin(reach, { ordered: false, sameDepartment: true });
          const anybody = isWithin(reach, { ordered: false, sameDepartment: false });
          expect(itsDoctor || colleague || anybody).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is not for strangers while it reaches its department only', () => {
    const stranger = { ordered: false, sameDepartment: false };
    expect(isWithin('doctor', { ordered: false, sameDepartment: true })).toBe(false);
    expect(isWithin('department', stranger)).toBe(false);
    expect(isWithin('hospital', stranger)).toBe(true);
  });

  test('waits since the first of the versions that nobody has looked at', () => {
    const version = (number: number, fields = {}) => ({
      number,
      status: 'final' as const,
      issuedAt: number,
      fingerprint: String(number),
      critical: true,
      acknowledgedAt: null,
      receivedAt: number * 100,
      ...fields,
    });
    const corrected = version(2, { status: 'amended' });
    expect(waitingSince([version(1), corrected])).toBe(100);
    expect(waitingSince([version(1, { acknowledgedAt: 150 }), corrected])).toBe(200);
    expect(waitingSince([version(1, { status: 'preliminary' }), corrected])).toBe(200);
    expect(waitingSince([version(1), { ...corrected, critical: false }])).toBeNull();
    expect(waitingSince([])).toBeNull();
  });
});
