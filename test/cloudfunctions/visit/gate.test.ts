import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { book, boundPatient, inventIdentityNumber, newRequest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, held, ordered, refusal, seen } from '../visit-under-test';
import { arrived, declare, scan, SESSION, SEVEN, visitor, yesTo } from './visitors';

jest.setTimeout(120_000);

const TOMORROW = 'dr-tian_2026-03-11_am';

describe('the gate', () => {
  let hospital: HospitalUnderTest;
  let nurse: string;
  let serial = 100;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest({ now: SEVEN });
    nurse = await staffMember(hospital, { role: 'nurse' });
  });
  afterAll(() => hospital.close());
  const patient = (birth?: string) => boundPatient(hospital, (serial += 1), birth);

  test('lets in who has nothing to tell, with a pass of the day that the nurse can read', async () => {
    const one = await patient();
    const status = accepted(await declare(hospital, one));
    expect(status).toMatchObject({ outcome: 'pass', declaredBy: 'self', flag: null, where: null });
    expect(status.pass).toMatch(/^[A-Z2-7]{16}$/);
    const found = await hospital.ask(nurse, 'visit', 'findPass', { code: `PASS:${status.pass ?? ''}` });
    expect(accepted(found).gate).toMatchObject({ patientId: one.patientId, outcome: 'pass' });
    expect(accepted(found).gate.maskedName).toBe('试*人');
    const altered = await hospital.ask(nurse, 'visit', 'findPass', {
      code: `${status.pass?.slice(0, 15) ?? ''}2`,
    });
    expect(['PASS_ALTERED', 'ACCEPTED']).toContain(refusal(altered));
  });

  test('keeps what was said sealed, and says the same tap once', async () => {
    const one = await patient();
    const requestId = newRequest();
    const first = accepted(await declare(hospital, one, { requestId }));
    expect(accepted(await declare(hospital, one, { requestId }))).toEqual(first);
    expect(refusal(await declare(hospital, one, { requestId, temperatureTenths: 366 }))).toBe(
      'REQUEST_ID_REUSED',
    );
    const [record] = (
      await documentsOf<{ _id: string; declarations: { content: string }[] }>(hospital.cloud, 'checkpoints')
    ).filter(({ _id }) => _id === one.patientId);
    expect(record?.declarations).toHaveLength(1);
    expect(record?.declarations[0]?.content).toMatch(/^v1\./);
  });

  test('refuses what is no answer and changes nothing', async () => {
    const one = await patient();
    expect(refusal(await declare(hospital, one, { temperatureTenths: 300 }))).toBe('TEMPERATURE_UNLIKELY');
    expect(refusal(await declare(hospital, one, { answers: [] }))).toBe('ANSWER_MISSING');
    const status = await hospital.ask(one.openid, 'visit', 'getGatePass', { patientId: one.patientId });
    expect(accepted(status)).toMatchObject({ outcome: null, pass: null });
  });

  test('keeps a flagged patient from booking and check-in until the end, or until a nurse clears it', async () => {
    const one = await visitor(hospital, (serial += 1), '09:00');
    const status = accepted(await declare(hospital, one, { answers: yesTo('contact') }));
    expect(status).toMatchObject({ outcome: 'fever-clinic', where: { name: '发热诊室' } });

    const refused = await book(hospital, one, TOMORROW, '09:00');
    expect(refused).toMatchObject({
      error: 'FLAGGED',
      detail: { outcome: 'fever-clinic', where: { placeId: 'fever-room' }, clause: { clauseId: 'gate' } },
    });
    expect(refusal(await scan(hospital, one))).toBe('FLAGGED');
    // A milder declaration does not lift it.
    expect(accepted(await declare(hospital, one)).flag).not.toBeNull();
    expect(refusal(await scan(hospital, one))).toBe('FLAGGED');
    // The clinic for such patients stays open: what is asked next is another thing.
    expect(refusal(await book(hospital, one, 'dr-tian_2026-03-12_pm', '14:00'))).toBe('ACCEPTED');

    const register = accepted(await hospital.ask(nurse, 'visit', 'listFlagged', {}));
    expect(register.map(({ patientId }) => patientId)).toContain(one.patientId);
    const cleared = await hospital.ask(nurse, 'visit', 'clearFlag', {
      requestId: newRequest(),
      patientId: one.patientId,
      reason: '复测体温正常，接触史不符',
    });
    expect(accepted(cleared)).toMatchObject({ flag: null, where: null });
    expect(refusal(await scan(hospital, one))).toBe('ACCEPTED');
    expect(refusal(await book(hospital, one, TOMORROW, '09:00'))).toBe('ACCEPTED');
    const again = { requestId: newRequest(), patientId: one.patientId, reason: '再来一次' };
    expect(refusal(await hospital.ask(nurse, 'visit', 'clearFlag', again))).toBe('NO_FLAG');
  });

  test('takes no fee for a seat that was held before the flag, unless the money came in that very moment', async () => {
    const clerk = await staffMember(hospital, { role: 'window' });
    const one = await patient();
    const { appointmentId, feeFen: amountFen } = await held(hospital, one, SESSION, '10:30');
    const sheet = await ordered(hospital, one.openid, appointmentId);
    accepted(await declare(hospital, one, { temperatureTenths: 380 }));
    const onPhone = () =>
      hospital.ask(one.openid, 'billing', 'payAppointment', { requestId: newRequest(), appointmentId });
    expect(await onPhone()).toMatchObject({
      error: 'FEE_BARRED',
      detail: { outcome: 'fever-clinic', where: { placeId: 'fever-room' }, clause: { clauseId: 'gate' } },
    });
    const cash = { requestId: newRequest(), appointmentId, amountFen };
    expect(refusal(await hospital.ask(clerk, 'billing', 'takeCashForAppointment', cash))).toBe('FEE_BARRED');
    await hospital.cloud.pay.choose(sheet, 'succeed', one.openid);
    await hospital.cloud.pay.callbacksSettled();
    expect(await seen(hospital, one, appointmentId)).toMatchObject({ status: 'booked', payment: 'paid' });
    expect(refusal(await onPhone())).toBe('ALREADY_PAID');

    // A seat of a day on which nothing will bar them any more.
    const other = await patient();
    const later = await held(hospital, other, 'dr-tian_2026-03-13_am', '09:00');
    accepted(await declare(hospital, other, { temperatureTenths: 380 }));
    await ordered(hospital, other.openid, later.appointmentId);
  });

  test('takes who was flagged while waiting out of the queue, and lets them wait on once a nurse has cleared it', async () => {
    const doctor = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-tian' });
    const one = await arrived(hospital, (serial += 1), '10:00');
    const { appointmentId, patientId } = one;
    const state = async () =>
      accepted(await hospital.ask(one.openid, 'visit', 'getVisit', { appointmentId })).state;
    const call = () =>
      hospital.ask(doctor, 'visit', 'callNext', {
        requestId: newRequest(),
        sessionId: SESSION,
        appointmentId,
        reason: '要叫他',
      });
    const step = (procedure: 'startEncounter' | 'passPatient' | 'returnPatient') =>
      hospital.ask(doctor, 'visit', procedure, { requestId: newRequest(), appointmentId });
    const clear = () =>
      hospital.ask(nurse, 'visit', 'clearFlag', { requestId: newRequest(), patientId, reason: '复测正常' });
    const tasks = async () =>
      accepted(await hospital.ask(one.openid, 'visit', 'listTasks', { patientId })).map(
        ({ kind, state: when }) => `${kind} ${when}`,
      );

    accepted(await declare(hospital, one, { temperatureTenths: 380 }));
    expect(await state()).toBe('held');
    expect(await tasks()).toEqual(['go-to-fever-clinic now', 'barred later']);
    expect(refusal(await call())).toBe('NOBODY_WAITS');
    expect(refusal(await scan(hospital, one))).toBe('FLAGGED');
    expect(await step('returnPatient')).toMatchObject({ error: 'NOT_NOW', detail: { state: 'held' } });
    accepted(await clear());
    expect(await state()).toBe('arrived');

    // Called and not yet come: neither the room nor the way through the passed ones leads in.
    accepted(await call());
    accepted(await declare(hospital, one, { answers: yesTo('breathless') }));
    expect(refusal(await step('startEncounter'))).toBe('NOT_NOW');
    expect(refusal(await step('passPatient'))).toBe('NOT_NOW');
    accepted(await clear());
    accepted(await call());
    accepted(await step('passPatient'));
    accepted(await declare(hospital, one, { temperatureTenths: 380 }));
    expect(refusal(await scan(hospital, one))).toBe('FLAGGED');
    const atDesk = { requestId: newRequest(), appointmentId, areaId: 'east', priority: 'as-booked' } as const;
    expect(refusal(await hospital.ask(nurse, 'visit', 'checkInFor', atDesk))).toBe('FLAGGED');
    accepted(await clear());
    expect(await state()).toBe('arrived');

    // Two phones of the doctor at once: one takes who is first, the other this one. Only one is on the way to the room.
    const next = () =>
      hospital.ask(doctor, 'visit', 'callNext', {
        requestId: newRequest(),
        sessionId: SESSION,
        appointmentId: null,
        reason: null,
      });
    const both = await Promise.all([next(), call(), next(), call()]);
    expect(both.map(refusal).sort()).toEqual(['ACCEPTED', 'CALL_OPEN', 'CALL_OPEN', 'CALL_OPEN']);
    const queue = accepted(await hospital.ask(doctor, 'visit', 'getQueue', { sessionId: SESSION }));
    expect(queue.called).toHaveLength(1);
  });

  test('knows a flag also on a phone that binds the card later', async () => {
    const father = await patient();
    const child = await bindChild(hospital, father.openid, 7);
    const status = accepted(
      await declare(hospital, { openid: father.openid, patientId: child }, { temperatureTenths: 381 }),
    );
    expect(status.outcome).toBe('children-fever-clinic');
    const wish = { openid: father.openid, patientId: child };
    expect(refusal(await book(hospital, wish, 'dr-bao_2026-03-11_am', '09:00'))).toBe('FLAGGED');
    const [account] = (
      await documentsOf<{ flagged: { patientId: string }[] }>(hospital.cloud, 'accounts')
    ).filter(({ flagged }) => flagged.some(({ patientId }) => patientId === child));
    expect(account).toBeDefined();
    const [record] = (
      await documentsOf<{ _id: string; flagged?: { outcome: string } }>(hospital.cloud, 'patients')
    ).filter(({ _id }) => _id === child);
    expect(record?.flagged?.outcome).toBe('children-fever-clinic');
  });

  test('cannot be skipped', async () => {
    const one = await visitor(hospital, (serial += 1), '09:30');
    expect(refusal(await scan(hospital, one))).toBe('GATE_MISSING');
    expect(refusal(await scan(hospital, one, 'west'))).toBe('WRONG_AREA');
    expect(refusal(await scan(hospital, one, 'nowhere'))).toBe('AREA_UNKNOWN');
    expect(refusal(await scan(hospital, await patient()))).toBe('NOTHING_TODAY');
  });

  test('is declared by the nurse for who has no phone, and is closed to strangers', async () => {
    const one = await patient();
    const status = accepted(await declare(hospital, { openid: nurse, patientId: one.patientId }));
    expect(status.declaredBy).toBe('nurse');
    const stranger = await patient();
    const theirs = { openid: stranger.openid, patientId: one.patientId };
    expect(refusal(await declare(hospital, theirs))).toBe('NOT_FOUND');
    const own = { patientId: one.patientId, requestId: newRequest(), reason: '自己解除' };
    expect(refusal(await hospital.ask(one.openid, 'visit', 'clearFlag', own))).toBe('NOT_FOUND');
  });
});

async function bindChild(hospital: HospitalUnderTest, openid: string, serial: number): Promise<string> {
  const bound = await hospital.ask(openid, 'identity', 'bindPatient', {
    requestId: newRequest(),
    name: '试小孩',
    identityNumber: inventIdentityNumber(serial, '20200505'),
    relationship: 'child',
    visitedBefore: false,
  });
  return accepted(bound).patient.patientId;
}
