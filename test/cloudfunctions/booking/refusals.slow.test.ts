import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { openHospitalUnderTest, TUESDAY_8_00, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import { book, boundPatient, newRequest } from '../patient-under-test';
import { accepted, cancel, held, paid, refusal, seen } from '../visit-under-test';

jest.setTimeout(120_000);

const WEDNESDAY = 'dr-tian_2026-03-11_am';
const MINUTE = 60_000;

let hospital: HospitalUnderTest;
beforeAll(async () => {
  hospital = await openHospitalUnderTest();
});
afterAll(() => hospital.close());

describe('bookings that are refused', () => {
  let serial = 500;
  const patient = (birth?: string) => boundPatient(hospital, (serial += 1), birth);
  const at = (time: string) => hospital.cloud.clock.set(Date.parse(`2026-03-${time}:00+08:00`));

  test('before the release of the day, with its instant and the clause', async () => {
    await at('10T17:59');
    const answer = await book(hospital, await patient('20180301'), 'dr-bao_2026-03-15_am', '09:00');
    expect(answer).toMatchObject({
      error: 'NOT_YET_ON_SALE',
      detail: { opensAt: Date.parse('2026-03-10T18:00:00+08:00'), clause: { clauseId: 'release-time' } },
    });
  });

  test('within the cut-off before the half-hour, with other half-hours', async () => {
    await at('10T08:00');
    const child = await patient('20180301');
    expect(await book(hospital, child, 'dr-bao_2026-03-10_am', '09:00')).toMatchObject({
      error: 'SALE_CLOSED',
      detail: {
        clause: { clauseId: 'same-day-cut-off' },
        alternatives: [{ start: '09:30' }, { start: '10:00' }, { start: '10:30' }],
      },
    });
    expect(refusal(await book(hospital, child, 'dr-bao_2026-03-10_am', '09:30'))).toBe('ACCEPTED');
  });

  test('by age, on the day of the visit, with the hospital’s words', async () => {
    // Eighteen on the twelfth: the eleventh is the last day on which the children's clinic sees them.
    const young = await patient('20080312');
    expect(await book(hospital, young, 'dr-bao_2026-03-12_am', '09:00')).toMatchObject({
      error: 'AGE_NOT_ACCEPTED',
      detail: { clause: { clauseId: 'children' } },
    });
    expect(refusal(await book(hospital, young, 'dr-bao_2026-03-11_am', '09:00'))).toBe('ACCEPTED');
  });

  test('in a full session, with the nearest seats elsewhere', async () => {
    const answer = await book(hospital, await patient(), 'dr-lu_2026-03-11_pm', '14:00');
    expect(answer).toMatchObject({ error: 'SLOT_FULL' });
    if (answer.ok || answer.error !== 'SLOT_FULL') return;
    expect(answer.detail.alternatives.map(({ practitionerId }) => practitionerId)).toEqual([
      'dr-lu',
      'dr-tian',
      'dr-tian',
    ]);
  });

  test('while too many holds are unpaid, naming the one to pay', async () => {
    const one = await patient();
    const { appointmentId } = await held(hospital, one, WEDNESDAY, '08:30');
    expect(await book(hospital, one, 'dr-tian_2026-03-12_am', '08:30')).toMatchObject({
      error: 'TOO_MANY_HOLDS',
      detail: { appointmentId, maximum: 1, clause: { clauseId: 'unpaid-holds' } },
    });
    accepted(await cancel(hospital, one, appointmentId, 'UNPAID'));
    expect(refusal(await book(hospital, one, 'dr-tian_2026-03-12_am', '08:30'))).toBe('ACCEPTED');
  });

  test('twice with one doctor on a day, overlapping, and beyond the limits of the hospital', async () => {
    const child = await patient('20180301');
    const first = await paid(hospital, child, WEDNESDAY, '09:00');
    expect(await book(hospital, child, WEDNESDAY, '10:00')).toMatchObject({
      error: 'ALREADY_BOOKED_WITH_DOCTOR',
      detail: { appointmentId: first.appointmentId, clause: { clauseId: 'patient-doctor-day' } },
    });
    expect(await book(hospital, child, 'dr-bao_2026-03-11_am', '09:00')).toMatchObject({
      error: 'OVERLAPS',
      detail: { appointmentId: first.appointmentId, clause: { clauseId: 'patient-overlap' } },
    });
    expect(await book(hospital, child, 'dr-lu_2026-03-11_pm', '15:00')).toMatchObject({
      error: 'LIMIT_REACHED',
      detail: { maximum: 1, clause: { clauseId: 'patient-department-day' } },
    });
    expect(refusal(await book(hospital, child, 'dr-bao_2026-03-11_am', '09:30'))).toBe('ACCEPTED');
  });

  test('during the pause after holds that lapsed, until the pause is over', async () => {
    const one = await patient();
    for (let lapse = 0; lapse < 2; lapse += 1) {
      await held(hospital, one, WEDNESDAY, '10:30');
      await hospital.pass(11);
    }
    const answer = await book(hospital, one, WEDNESDAY, '10:30');
    expect(answer).toMatchObject({ error: 'COOLING_DOWN', detail: { clause: { clauseId: 'cool-down' } } });
    if (answer.ok || answer.error !== 'COOLING_DOWN') return;
    await hospital.cloud.clock.set(answer.detail.until - MINUTE);
    expect(refusal(await book(hospital, one, WEDNESDAY, '10:30'))).toBe('COOLING_DOWN');
    await hospital.cloud.clock.set(answer.detail.until + 1);
    expect(refusal(await book(hospital, one, WEDNESDAY, '10:30'))).toBe('ACCEPTED');
    await hospital.cloud.clock.set(TUESDAY_8_00);
  });

  test.each([
    ['a session that is not there', 'dr-tian_2027-03-11_am', '09:00'],
    ['a half-hour that is not there', WEDNESDAY, '13:00'],
  ])('for %s', async (_what, sessionId, start) => {
    expect(refusal(await book(hospital, await patient(), sessionId, start))).toBe('NOT_FOUND');
  });

  test('for somebody else’s patient, and nobody reads or ends another’s appointment', async () => {
    const [mine, theirs] = [await patient(), await patient()];
    const stolen = { openid: mine.openid, patientId: theirs.patientId };
    expect(refusal(await book(hospital, stolen, WEDNESDAY, '10:00'))).toBe('NOT_FOUND');
    const { appointmentId } = await held(hospital, theirs, 'dr-tian_2026-03-13_am', '09:30');
    const { openid } = mine;
    const answers = await Promise.all([
      hospital.ask(openid, 'booking', 'getAppointment', { appointmentId }),
      cancel(hospital, mine, appointmentId, 'UNPAID'),
      hospital.ask(openid, 'billing', 'payAppointment', { requestId: newRequest(), appointmentId }),
      hospital.ask(openid, 'billing', 'confirmPayment', { requestId: newRequest(), appointmentId }),
    ]);
    expect(answers.map(refusal)).toEqual(Array(4).fill('NOT_FOUND'));
    expect(accepted(await hospital.ask(openid, 'booking', 'listAppointments', {}))).toEqual([]);
  });

  test('leave the books as they were', async () => {
    await hospital.pass(12);
    await expectInvariants(hospital);
  });
});

describe('cancelling that is refused', () => {
  beforeEach(() => hospital.cloud.clock.set(TUESDAY_8_00));

  test('from the visit day on says where to go, by the clause of the rule', async () => {
    const patient = await boundPatient(hospital, 601);
    const { appointmentId } = await paid(hospital, patient, WEDNESDAY, '09:00');
    const on = async (instant: string) => {
      await hospital.cloud.clock.set(Date.parse(instant));
      return cancel(hospital, patient, appointmentId, 'A1');
    };
    const clause = async (instant: string) => {
      const answer = await on(instant);
      return answer.ok || answer.error !== 'CANCEL_REFUSED' ? refusal(answer) : answer.detail.clause.clauseId;
    };
    expect(await clause('2026-03-11T00:00:00+08:00')).toBe('refund-a2');
    expect(await clause('2026-03-12T23:59:59+08:00')).toBe('refund-a3');
    expect(await clause('2026-03-13T00:00:00+08:00')).toBe('refund-a4');
    expect((await seen(hospital, patient, appointmentId)).status).toBe('booked');
  });

  test('by another rule than the one that was read asks to read again', async () => {
    const patient = await boundPatient(hospital, 602);
    const { appointmentId } = await held(hospital, patient, WEDNESDAY, '09:30');
    expect(await cancel(hospital, patient, appointmentId, 'A1')).toMatchObject({
      error: 'DECISION_CHANGED',
      detail: { decision: { rule: 'UNPAID' } },
    });
    accepted(await cancel(hospital, patient, appointmentId, 'UNPAID'));
    expect(refusal(await cancel(hospital, patient, appointmentId, 'UNPAID'))).toBe('ALREADY_ENDED');
    await expectInvariants(hospital);
  });
});

describe('a free visit', () => {
  beforeEach(() => hospital.cloud.clock.set(TUESDAY_8_00));

  test('is booked at once, has nothing to pay, and is given back on the same day until its time', async () => {
    const patient = await boundPatient(hospital, 701);
    const visit = await held(hospital, patient, 'dr-tian_2026-03-12_pm', '14:00');
    expect(visit).toMatchObject({ status: 'booked', payment: 'none', feeFen: 0, expiresAt: null });
    const { appointmentId } = visit;
    const order = await hospital.ask(patient.openid, 'billing', 'payAppointment', {
      requestId: newRequest(),
      appointmentId,
    });
    expect(refusal(order)).toBe('NOTHING_TO_PAY');
    await hospital.cloud.clock.set(Date.parse('2026-03-12T13:59:59+08:00'));
    expect(accepted(await cancel(hospital, patient, appointmentId, 'UNPAID'))).toMatchObject({
      status: 'cancelled',
      refund: null,
    });
    await expectInvariants(hospital);
  });
});
