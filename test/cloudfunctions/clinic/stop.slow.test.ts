import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { MessageRecord } from '../../../cloudfunctions/_store/messages';
import type { PaymentRecord } from '../../../cloudfunctions/_store/payments';
import type { HospitalFolder } from '../../../scripts/hospital/types';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import {
  book,
  boundPatient,
  inventIdentityNumber,
  newRequest,
  type PatientUnderTest,
} from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, cancel, held, paid, refusal, seen } from '../visit-under-test';
import { arrived, inRoom } from './in-room';

jest.setTimeout(180_000);

const TIMES = ['08:30', '09:00', '09:30', '10:00', '10:30', '11:00'];

let hospital: HospitalUnderTest;
let doctor: string;
let administrator: string;

beforeAll(async () => {
  hospital = await openHospitalUnderTest({ change: withRoom });
  doctor = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-tian' });
  administrator = await staffMember(hospital, { role: 'administrator' });
});
afterAll(() => hospital.close());

/** Every seat of every session is sold online. */
const withRoom = (folder: HospitalFolder): HospitalFolder => ({
  ...folder,
  contentHash: 'd'.repeat(64),
  schedules: folder.schedules.map((one) => ({ ...one, onlineSharePercent: 100, taken: 0 })),
});

interface Booked {
  readonly patient: PatientUnderTest;
  readonly appointmentId: string;
}

/** One who paid for each half-hour. */
async function filled(sessionId: string, serial: number) {
  const booked: Booked[] = [];
  for (const [index, start] of TIMES.entries()) {
    const patient = await boundPatient(hospital, serial + index);
    const { appointmentId } = await paid(hospital, patient, sessionId, start);
    booked.push({ patient, appointmentId });
  }
  return booked;
}

const asked = async (sessionId: string): Promise<string> =>
  accepted(
    await hospital.ask(doctor, 'clinic', 'requestStop', {
      requestId: newRequest(),
      sessionId,
      reason: '开会',
    }),
  ).stopId;

const approve = (stopId: string, requestId = newRequest()) =>
  hospital.ask(administrator, 'clinic', 'decideStop', {
    requestId,
    stopId,
    decision: 'approve',
    note: null,
  });

/** Every one of them ended by the hospital, refunded once and told once. */
async function expectAllServed(booked: readonly Booked[]): Promise<void> {
  const payments = await documentsOf<PaymentRecord>(hospital.cloud, 'payments');
  const messages = await documentsOf<MessageRecord>(hospital.cloud, 'messages');
  for (const { patient, appointmentId } of booked) {
    const view = await seen(hospital, patient, appointmentId);
    expect(view).toMatchObject({
      status: 'cancelled',
      endedBy: 'hospital',
      refund: { amountFen: 600, state: 'done' },
    });
    const { refunds } = payments.find(({ _id }) => _id === appointmentId) ?? { refunds: [] };
    expect(refunds).toMatchObject([{ rule: 'A9', amountFen: 600, state: 'done' }]);
    const told = messages.filter(({ _id }) => _id.includes(appointmentId));
    expect(told.map(({ kind }) => kind)).toEqual(['session-stopped']);
  }
  await expectInvariants(hospital);
}

describe('a session that a doctor wants to stop', () => {
  const SESSION = 'dr-tian_2026-03-11_am';

  test('goes on until an administrator agrees; then everyone gets all their money and a word, once', async () => {
    const booked = await filled(SESSION, 700);
    const holding = await boundPatient(hospital, 720);
    const hold = await held(hospital, holding, SESSION, '10:30');
    const gone = await boundPatient(hospital, 721);
    const given = await paid(hospital, gone, SESSION, '10:00');
    await cancel(hospital, gone, given.appointmentId, 'A1');

    const hit = accepted(await hospital.ask(doctor, 'clinic', 'previewStop', { sessionId: SESSION }));
    expect(hit).toHaveLength(7);
    expect(hit.every(({ progress }) => progress === 'waiting')).toBe(true);
    const stopId = await asked(SESSION);
    const twice = { requestId: newRequest(), sessionId: SESSION, reason: '再提一次' };
    expect(refusal(await hospital.ask(doctor, 'clinic', 'requestStop', twice))).toBe('STOP_RUNNING');
    expect((await seen(hospital, holding, hold.appointmentId)).status).toBe('pending');
    expect(refusal(await hospital.ask(doctor, 'clinic', 'decideStop', decision(stopId)))).toBe('NOT_FOUND');

    const requestId = newRequest();
    const answers = await Promise.all([approve(stopId, requestId), approve(stopId, requestId)]);
    expect(answers.map(refusal)).toEqual(['ACCEPTED', 'ACCEPTED']);
    expect(refusal(await approve(stopId))).toBe('STOP_DECIDED');
    await hospital.pass(3);
    await expectAllServed(booked);

    expect(await seen(hospital, holding, hold.appointmentId)).toMatchObject({
      status: 'cancelled',
      endedBy: 'hospital',
    });
    expect(await seen(hospital, gone, given.appointmentId)).toMatchObject({ endedBy: 'patient' });
    const [listed] = accepted(await hospital.ask(administrator, 'clinic', 'listStops', {}));
    expect(listed).toMatchObject({ stopId, state: 'done' });
    expect(listed?.affected).toHaveLength(7);
    const late = await boundPatient(hospital, 722);
    expect(refusal(await book(hospital, late, SESSION, '09:00'))).toBe('SESSION_STOPPED');
  });

  test('tells them where else there is a seat', async () => {
    const { messages } = accepted(await hospital.ask('oTest_700', 'message', 'listMessages', {}));
    const [told] = messages;
    if (told?.kind !== 'session-stopped') throw new Error('Not told');
    expect(told.fields.refundFen).toBe(600);
    expect(told.fields.alternatives.length).toBeGreaterThan(0);
    expect(told.fields.alternatives.every(({ sessionId }) => sessionId !== SESSION)).toBe(true);
  });
});

const decision = (stopId: string) => ({
  requestId: newRequest(),
  stopId,
  decision: 'approve' as const,
  note: null,
});

describe('a stop that breaks off', () => {
  const SESSION = 'dr-tian_2026-03-12_am';
  /** Of a run: before, between and after the writes that end appointments; each run goes a little further. */
  const STEPS = [14, 19, 20, 21, 22, 23, 24, 27];

  test('at any step, again and again, is finished by the timers, and still everyone is served once', async () => {
    const booked = await filled(SESSION, 740);
    const stopId = await asked(SESSION);
    const { faults } = hospital.cloud;
    const die = (name: 'crash-before' | 'crash-after', match: { function: string; step: number }) =>
      faults.set({ name, match, times: 1 });
    die('crash-after', { function: 'clinic', step: 6 });
    die('crash-before', { function: 'booking', step: 8 });
    await approve(stopId).catch(() => null);
    for (const step of STEPS) {
      const name = step % 2 === 0 ? 'crash-before' : 'crash-after';
      die(name, { function: 'booking', step });
      die(name, { function: 'booking-expire-holds', step });
      die(name, { function: 'billing', step: 1 + (step % 7) });
      die(name, { function: 'message', step: 1 + (step % 3) });
      await hospital.pass(1);
      faults.clear();
    }
    await hospital.pass(4);
    const [listed] = accepted(await hospital.ask(administrator, 'clinic', 'listStops', {}));
    expect(listed?.affected.filter(({ progress }) => progress === 'waiting')).toEqual([]);
    await expectAllServed(booked);
  });

  test('may be withdrawn or declined before; the session then goes on', async () => {
    const session = 'dr-tian_2026-03-13_am';
    const withdraw = async (stopId: string) =>
      hospital.ask(doctor, 'clinic', 'withdrawStop', { requestId: newRequest(), stopId });
    expect(accepted(await withdraw(await asked(session))).state).toBe('withdrawn');
    const stopId = await asked(session);
    const no = { ...decision(stopId), decision: 'decline' as const, note: '没有人替班' };
    expect(accepted(await hospital.ask(administrator, 'clinic', 'decideStop', no))).toMatchObject({
      state: 'declined',
      note: '没有人替班',
    });
    expect(refusal(await withdraw(stopId))).toBe('STOP_DECIDED');
    const patient = await boundPatient(hospital, 760);
    expect((await held(hospital, patient, session, '09:00')).status).toBe('pending');
  });
});

describe('a session that is stopped while its patients wait', () => {
  test('leaves nobody in the queue, owes cash at the window, and says whom to call', async () => {
    await hospital.cloud.clock.set(Date.parse('2026-03-16T08:00:00+08:00'));
    await hospital.cloud.timers.runNow('booking-publish-sessions');
    const session = 'dr-tian_2026-03-16_am';
    const waiting = await boundPatient(hospital, 770);
    const appointmentId = await arrived(hospital, waiting, {
      sessionId: session,
      areaId: 'east',
      start: '10:00',
    });
    const seeing = await boundPatient(hospital, 771);
    const seen = await inRoom(hospital, seeing, doctor, {
      sessionId: session,
      areaId: 'east',
      start: '10:00',
    });
    const cash = await withoutPhone(session);

    accepted(await approve(await asked(session)));
    const [listed] = accepted(await hospital.ask(administrator, 'clinic', 'listStops', {}));
    expect(listed?.affected).toMatchObject([
      { appointmentId, unreached: false },
      { appointmentId: cash, progress: 'owed', unreached: true },
    ]);
    const shown = accepted(await hospital.ask(waiting.openid, 'visit', 'getVisit', { appointmentId }));
    expect(shown).toMatchObject({ standing: 'stopped', ahead: null });
    const queue = accepted(await hospital.ask(doctor, 'visit', 'getQueue', { sessionId: session }));
    expect([queue.waiting, queue.called]).toEqual([[], []]);
    expect(queue.inRoom.map((one) => one.appointmentId)).toEqual([seen]);
  });
});

/** Somebody without WeChat, booked by a volunteer and paid for in cash; answers the appointment's id. */
async function withoutPhone(sessionId: string): Promise<string> {
  const clerk = await staffMember(hospital, { role: 'window' });
  const helper = await staffMember(hospital, { role: 'volunteer' });
  const badge = accepted(
    await hospital.ask(helper, 'identity', 'makeBadgeCode', { requestId: newRequest() }),
  );
  accepted(
    await hospital.ask(clerk, 'identity', 'openAssistanceAtWindow', {
      requestId: newRequest(),
      code: badge.code,
      name: '老试验',
      identityNumber: inventIdentityNumber(772, '19500101'),
      phone: '19900098772',
      purposes: ['book'],
      minutes: 60,
    }),
  );
  const { acting } = accepted(await hospital.ask(helper, 'identity', 'getMe', {}));
  const patient = { openid: helper, patientId: acting?.patient?.patientId ?? '' };
  const { appointmentId } = await held(hospital, patient, sessionId, '10:30');
  const input = { requestId: newRequest(), appointmentId, amountFen: 600 as never };
  accepted(await hospital.ask(clerk, 'billing', 'takeCashForAppointment', input));
  return appointmentId;
}
