import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { book, boundPatient, newRequest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, cancel, paid, refusal, seen } from '../visit-under-test';
import { arrived, declare, scan, SESSION, SEVEN, visitor, yesTo, type Visitor } from './visitors';

jest.setTimeout(180_000);

const AFTERNOON = 'dr-tian_2026-03-10_pm';

describe('a morning in the queue', () => {
  let hospital: HospitalUnderTest;
  let doctor: string;
  let nurse: string;
  let people: Visitor[];
  beforeAll(async () => {
    hospital = await openHospitalUnderTest({ now: SEVEN });
    doctor = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-tian' });
    nurse = await staffMember(hospital, { role: 'nurse' });
    people = [
      await arrived(hospital, 201, '09:00'),
      await arrived(hospital, 202, '09:30'),
      await arrived(hospital, 203, '09:30', '19500101'),
    ];
  });
  afterAll(() => hospital.close());

  const one = (index: number): Visitor => {
    const found = people[index];
    if (!found) throw new Error('nobody');
    return found;
  };
  const step = (
    procedure: 'passPatient' | 'returnPatient' | 'startEncounter' | 'finishEncounter' | 'callAgain',
    { appointmentId }: Visitor,
  ) => hospital.ask(doctor, 'visit', procedure, { requestId: newRequest(), appointmentId });
  const call = (wish: { appointmentId?: string; reason?: string; requestId?: string } = {}) =>
    hospital.ask(doctor, 'visit', 'callNext', {
      requestId: wish.requestId ?? newRequest(),
      sessionId: SESSION,
      appointmentId: wish.appointmentId ?? null,
      reason: wish.reason ?? null,
    });
  const visitOf = async ({ openid, appointmentId }: Visitor) =>
    accepted(await hospital.ask(openid, 'visit', 'getVisit', { appointmentId }));
  const order = async () =>
    accepted(await hospital.ask(doctor, 'visit', 'getQueue', { sessionId: SESSION })).waiting.map(
      ({ appointmentId }) => people.findIndex((person) => person.appointmentId === appointmentId),
    );

  test('everybody stands where the rules put them, and is told why', async () => {
    expect(await order()).toEqual([0, 2, 1]);
    const mine = await visitOf(one(1));
    expect(mine).toMatchObject({
      state: 'arrived',
      serving: null,
      ahead: {
        people: 2,
        because: [
          { why: 'courtesy', people: 1 },
          { why: 'earlier-half-hour', people: 1 },
        ],
      },
      wait: { state: 'interval', basis: 'usual' },
      checkpoints: [{ step: 1 }, { step: 2, by: 'self' }],
    });
    expect((await seen(hospital, one(1), one(1).appointmentId)).attendance).toBe('arrived');
  });

  test('scanning again changes nothing', async () => {
    const again = accepted(await scan(hospital, one(1)));
    expect(again.state).toBe('arrived');
    expect(await order()).toEqual([0, 2, 1]);
  });

  test('two phones of the doctor call one person once', async () => {
    const both = await Promise.all([call(), call()]);
    expect(both.map(refusal).sort()).toEqual(['ACCEPTED', 'CALL_OPEN']);
    expect((await visitOf(one(0))).state).toBe('called');
    expect((await visitOf(one(1))).serving).toBe((await visitOf(one(0))).queueNumber);
  });

  test('who does not come is passed, comes back behind two, and a call for another one wants a reason', async () => {
    expect(refusal(await step('finishEncounter', one(0)))).toBe('NOT_NOW');
    expect(refusal(await step('passPatient', one(0)))).toBe('ACCEPTED');
    expect((await visitOf(one(0))).state).toBe('passed');
    const back = accepted(await scan(hospital, one(0)));
    expect(back).toMatchObject({ state: 'arrived', again: 'passed', ahead: { people: 2 } });
    expect(await order()).toEqual([2, 1, 0]);
    expect(refusal(await call({ appointmentId: one(0).appointmentId }))).toBe('SKIP_NEEDS_REASON');
    const requestId = newRequest();
    const wish = { appointmentId: one(0).appointmentId, reason: '轮椅病人要赶车', requestId };
    expect(refusal(await call(wish))).toBe('ACCEPTED');
    expect(refusal(await call(wish))).toBe('ACCEPTED');
    expect(refusal(await call({ ...wish, reason: '别的原因' }))).toBe('REQUEST_ID_REUSED');
  });

  test('the room confirms the third checkpoint, and the booking learns who was seen', async () => {
    expect(refusal(await step('startEncounter', one(2)))).toBe('NOT_NOW');
    const queue = accepted(await step('startEncounter', one(0)));
    expect(queue.inRoom.map(({ appointmentId }) => appointmentId)).toEqual([one(0).appointmentId]);
    expect((await visitOf(one(0))).checkpoints.map(({ step: number }) => number)).toEqual([1, 2, 3]);
    const booked = await seen(hospital, one(0), one(0).appointmentId);
    expect(booked).toMatchObject({ attendance: 'seen' });
    accepted(await step('finishEncounter', one(0)));
    expect((await seen(hospital, one(0), one(0).appointmentId)).attendance).toBe('finished');
  });

  test('a transfer moves the visit to another doctor without a fee', async () => {
    accepted(await call());
    const elder = one(2);
    const targets = accepted(
      await hospital.ask(doctor, 'visit', 'listTransferTargets', { appointmentId: elder.appointmentId }),
    );
    expect(targets.map(({ sessionId }) => sessionId)).toEqual([AFTERNOON]);
    const impossible = { appointmentId: elder.appointmentId, reason: '应看儿科' };
    const to = (sessionId: string) =>
      hospital.ask(doctor, 'visit', 'transferPatient', { requestId: newRequest(), ...impossible, sessionId });
    expect(refusal(await to('dr-bao_2026-03-10_am'))).toBe('TRANSFER_IMPOSSIBLE');
    accepted(await to(AFTERNOON));
    expect(await visitOf(elder)).toMatchObject({
      state: 'arrived',
      clinicName: '健康咨询',
      queueNumber: 501,
      transferredFrom: '全科诊室',
      again: 'transferred',
    });
    expect(await order()).toEqual([1]);
  });

  test('the queue ends when everybody was seen', async () => {
    const queue = accepted(await call());
    expect(queue.called.map(({ appointmentId }) => appointmentId)).toEqual([one(1).appointmentId]);
    accepted(await step('startEncounter', one(1)));
    accepted(await step('finishEncounter', one(1)));
    expect(refusal(await call())).toBe('NOBODY_WAITS');
  });

  test('the nurse finds people by number, checks them in and sees the area', async () => {
    const late = await visitor(hospital, 205, '10:00');
    accepted(await declare(hospital, late, { answers: yesTo('pregnant') }));
    const { queueNumber } = await visitOf(late);
    const found = accepted(
      await hospital.ask(nurse, 'visit', 'findByNumber', { areaId: 'east', queueNumber }),
    );
    expect(found.map(({ gate }) => gate.patientId)).toEqual([late.patientId]);
    const entered = await hospital.ask(nurse, 'visit', 'checkInFor', {
      requestId: newRequest(),
      appointmentId: late.appointmentId,
      areaId: 'east',
      priority: 'emergency',
    });
    expect(accepted(entered)).toMatchObject({ priority: 'emergency', checkpoints: [{}, { by: 'nurse' }] });
    const area = accepted(await hospital.ask(nurse, 'visit', 'listAreaQueue', { areaId: 'east' }));
    expect(area.sessions.find(({ sessionId }) => sessionId === SESSION)?.waiting).toHaveLength(1);
  });

  test("the code of today on the nurse's screen checks in, and is not told to patients", async () => {
    const areas = accepted(await hospital.ask(nurse, 'visit', 'listAreas', {}));
    const code = areas.find(({ areaId }) => areaId === 'east')?.codeOfToday.replace('AREA:', '') ?? '';
    expect(code).toMatch(/^east_[A-Z2-7]{6}$/);
    const mine = accepted(await scan(hospital, one(1), code));
    expect(JSON.stringify(mine)).not.toContain(code);
    expect(refusal(await scan(hospital, one(1), 'east_AAAAAA'))).toBe('AREA_CODE_OLD');
  });

  test('another doctor and a stranger have no part in it', async () => {
    const other = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-lu' });
    const mine = { requestId: newRequest(), appointmentId: one(0).appointmentId };
    expect(refusal(await hospital.ask(other, 'visit', 'returnPatient', mine))).toBe('NOT_FOUND');
    expect(refusal(await hospital.ask(other, 'visit', 'getQueue', { sessionId: SESSION }))).toBe('NOT_FOUND');
    const stranger = await boundPatient(hospital, 206);
    const { appointmentId } = one(0);
    expect(refusal(await hospital.ask(stranger.openid, 'visit', 'getVisit', { appointmentId }))).toBe(
      'NOT_FOUND',
    );
  });

  test('the list of tasks leads through the day', async () => {
    const patient = await boundPatient(hospital, 207);
    const tasks = async () =>
      accepted(
        await hospital.ask(patient.openid, 'visit', 'listTasks', { patientId: patient.patientId }),
      ).map(({ kind, state }) => `${kind} ${state}`);
    expect(await tasks()).toEqual([]);
    await paid(hospital, patient, SESSION, '10:30');
    expect(await tasks()).toEqual(['declare-at-gate now', 'check-in later', 'see-doctor later']);
    accepted(await declare(hospital, patient));
    expect(await tasks()).toEqual(['check-in now', 'see-doctor later', 'declare-at-gate done']);
    accepted(await scan(hospital, patient));
    expect(await tasks()).toEqual(['wait-for-call now', 'declare-at-gate done', 'check-in done']);
  });

  test('who is no longer booked is not called', async () => {
    const gone = await boundPatient(hospital, 204);
    const { appointmentId } = accepted(await book(hospital, gone, AFTERNOON, '14:00'));
    await hospital.cloud.clock.advance(4 * 60 * 60_000);
    accepted(await declare(hospital, gone));
    accepted(await scan(hospital, gone));
    const { cancellation } = await seen(hospital, gone, appointmentId);
    accepted(await cancel(hospital, gone, appointmentId, cancellation?.rule ?? ''));
    const called = await hospital.ask(doctor, 'visit', 'callNext', {
      requestId: newRequest(),
      sessionId: AFTERNOON,
      appointmentId: null,
      reason: null,
    });
    expect(accepted(called)).toMatchObject({
      called: [{ appointmentId: one(2).appointmentId }],
      waiting: [],
    });
  });

  test('who gives the number back after the call does not keep the doctor from calling the next', async () => {
    accepted(await step('passPatient', one(2)));
    const callAfternoon = () => {
      const wish = { sessionId: AFTERNOON, appointmentId: null, reason: null };
      return hospital.ask(doctor, 'visit', 'callNext', { requestId: newRequest(), ...wish });
    };
    const waits = async (serial: number, start: string): Promise<Visitor> => {
      const patient = await boundPatient(hospital, serial);
      const { appointmentId } = accepted(await book(hospital, patient, AFTERNOON, start));
      accepted(await declare(hospital, patient));
      accepted(await scan(hospital, patient));
      return { ...patient, appointmentId };
    };
    const leaving = await waits(215, '14:30');
    const next = await waits(216, '15:00');
    expect(accepted(await callAfternoon()).called).toMatchObject([{ appointmentId: leaving.appointmentId }]);
    const { cancellation } = await seen(hospital, leaving, leaving.appointmentId);
    accepted(await cancel(hospital, leaving, leaving.appointmentId, cancellation?.rule ?? ''));
    expect(await step('startEncounter', leaving)).toMatchObject({
      error: 'NOT_NOW',
      detail: { state: 'withdrawn' },
    });
    expect(accepted(await callAfternoon()).called).toMatchObject([{ appointmentId: next.appointmentId }]);
  });

  test('every change left its record', async () => {
    type Audited = { readonly action: string; readonly role: string };
    const kept = await documentsOf<{ audit: Audited[] }>(hospital.cloud, 'encounters');
    const moved = await documentsOf<Audited>(hospital.cloud, 'audit-log');
    const records = [...kept.flatMap(({ audit }) => audit), ...moved];
    const by = (wanted: string) => records.find(({ action }) => action === wanted)?.role;
    expect(by('visit.checkIn')).toBe('patient');
    expect(by('visit.callNext')).toBe('doctor');
    expect(by('visit.startEncounter')).toBe('doctor');
    expect(by('visit.transferPatient')).toBe('doctor');
  });

  test("nobody comes back into the queue of another day, past that day's gate", async () => {
    await hospital.cloud.clock.advance(24 * 60 * 60_000);
    expect(await step('returnPatient', one(1))).toMatchObject({
      error: 'NOT_NOW',
      detail: { state: 'finished' },
    });
    const view = await visitOf(one(2));
    expect(view).toMatchObject({ standing: 'past', ahead: null, wait: null });
  });
});
