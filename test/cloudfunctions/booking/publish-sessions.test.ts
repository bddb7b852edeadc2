import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { addDays, calendarDay, weekdayOf, type CalendarDay } from '@core/domain/calendar-day';
import type { Session } from '../../../cloudfunctions/_store/sessions';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { accepted } from '../visit-under-test';

jest.setTimeout(120_000);

describe('sessions', () => {
  let hospital: HospitalUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());

  const sessions = () => documentsOf<Session>(hospital.cloud, 'sessions');
  const publish = async () => {
    const run = await hospital.cloud.timers.runNow('booking-publish-sessions');
    if (!run.ok) throw new Error('Not published');
    return (JSON.parse(run.json) as { published: number }).published;
  };
  const idsOn = async (day: string) =>
    (await sessions()).flatMap((one) => (one.day === day ? [one._id] : [])).sort();

  test('are published up to the horizon, once each', async () => {
    const days = [...new Set((await sessions()).map(({ day }) => day))].sort();
    expect([days[0], days.at(-1), days.length]).toEqual(['2026-03-10', '2026-03-15', 6]);
    expect(await publish()).toBe(0);
    const both = await Promise.all([publish(), publish()]);
    expect(both).toEqual([0, 0]);
  });

  test('have their seats in pools as the schedule says', async () => {
    const one = (await sessions()).find(({ _id }) => _id === 'dr-lu_2026-03-11_pm');
    const pools = Object.values(one?.pools ?? {});
    const count = (pool: string) => pools.filter((name) => name === pool).length;
    expect([pools.length, count('online'), count('referral'), count('window')]).toEqual([20, 9, 2, 9]);
    expect(one?.onlineLeft).toBe(0);
    await expectInvariants(hospital);
  });

  test('follow their weekday', async () => {
    for (const { day, practitionerId, halfDay } of await sessions()) {
      if (practitionerId === 'dr-lu' && halfDay === 'pm') expect([1, 3, 5, 7]).toContain(weekdayOf(day));
    }
  });

  test('are caught up after the clock has moved by days, without a double', async () => {
    await hospital.cloud.clock.set(Date.parse('2026-03-24T07:00:00+08:00'));
    expect(await publish()).toBeGreaterThan(0);
    const all = await sessions();
    expect(new Set(all.map(({ _id }) => _id)).size).toBe(all.length);
    const days = new Set(all.map(({ day }) => day));
    for (let offset = 0; offset <= 5; offset += 1)
      expect(days).toContain(addDays(calendarDay('2026-03-24'), offset));
    expect(days).not.toContain('2026-03-20');
    const clinic = accepted(
      await hospital.ask('oReader', 'booking', 'listClinicDays', { clinicId: 'children-general' }),
    );
    expect(clinic.days.map(({ day }) => day)).toEqual(
      Array.from({ length: 6 }, (_, offset): CalendarDay => addDays(calendarDay('2026-03-24'), offset)),
    );
    // The clinic has six seats a day; the last day of the horizon opens at six in the evening.
    expect(clinic.days.map(({ level }) => level)).toEqual(['few', 'few', 'few', 'few', 'few', 'none']);
  });

  test('are not held on a holiday but by those who work on it, nor follow their weekday on a swapped day', async () => {
    await hospital.cloud.clock.set(Date.parse('2026-09-29T07:00:00+08:00'));
    await publish();
    // A Thursday on which the hospital is closed.
    expect(await idsOn('2026-10-01')).toEqual(['dr-bao_2026-10-01_am', 'dr-tian_2026-10-01_pm']);
    await hospital.cloud.clock.set(Date.parse('2026-10-06T07:00:00+08:00'));
    await publish();
    // A Saturday worked like a Thursday.
    expect(await idsOn('2026-10-10')).toEqual([
      'dr-bao_2026-10-10_am',
      'dr-tian_2026-10-10_am',
      'dr-tian_2026-10-10_pm',
    ]);
  });
});
