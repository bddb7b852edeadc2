import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { calendarDay } from '@core/domain/calendar-day';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { accepted } from '../visit-under-test';

jest.setTimeout(120_000);

const TODAY = calendarDay('2026-03-10');
const OPENID = 'oTest_present';

describe('the seats of today', () => {
  let hospital: HospitalUnderTest;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());

  const listed = async () => {
    const doctors = accepted(
      await hospital.ask(OPENID, 'booking', 'listDoctors', { clinicId: 'family-general', day: TODAY }),
    );
    const session = doctors.flatMap((doctor) => doctor.sessions).find(({ halfDay }) => halfDay === 'am');
    const days = accepted(
      await hospital.ask(OPENID, 'booking', 'listClinicDays', { clinicId: 'family-general' }),
    );
    return { seats: session?.seatsLeft, state: session?.state, level: days.days[0]?.level };
  };

  const bookable = async () => {
    const { sessions } = accepted(
      await hospital.ask(OPENID, 'booking', 'listSlots', {
        practitionerId: 'dr-tian',
        clinicId: 'family-general',
        day: TODAY,
      }),
    );
    const slots = sessions.flatMap((session) => session.slots).filter(({ state }) => state === 'free');
    return slots.reduce((sum, { left }) => sum + left, 0);
  };

  test.each(['08:00', '09:10', '10:20', '11:10'])(
    'at %s are those of the half-hours to come',
    async (time) => {
      await hospital.cloud.clock.set(Date.parse(`${TODAY}T${time}:00+08:00`));
      const { seats, state, level } = await listed();
      const left = await bookable();
      expect(state === 'closed' ? 0 : seats).toBe(left);
      expect(level === 'few' || level === 'many').toBe(left > 0);
      expect(level === 'few').toBe(left > 0 && left <= 8);
    },
  );
});
