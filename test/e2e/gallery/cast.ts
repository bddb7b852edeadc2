import type { AppointmentView } from '@core/contract/booking';
import {
  agreeAndVerify,
  book,
  boundPatient,
  newRequest,
  type PatientUnderTest,
} from '../../cloudfunctions/patient-under-test';
import { invented, stranger } from '../stage/people';
import type { WeChatUser } from '../stage/open-phone';
import type { Stage } from '../stage/stage';

/** Who is seen on the pages, and what they did before. */
export interface Cast {
  /** Agreed to nothing. */
  readonly newcomer: WeChatUser;
  /** Agreed, but has no card. */
  readonly undecided: WeChatUser;
  /** Has a card and one appointment of each kind. */
  readonly patient: WeChatUser;
  readonly patientId: string;
  /** Has three old numbers. */
  readonly returning: WeChatUser;
  readonly returningPatientId: string;
  readonly held: AppointmentView;
  /** In the clinic with the longest name. */
  readonly booked: AppointmentView;
  readonly refunded: AppointmentView;
}

/** The last digit of a serial decides the sex: even is female. */
const WOMAN = 900;

interface Choice {
  readonly clinicId: string;
  readonly practitionerId: string;
  readonly day: string;
}

/** Books the first free half-hour of a doctor's day. */
export async function bookFirst(stage: Stage, patient: PatientUnderTest, choice: Choice) {
  const slots = await stage.underTest.ask(patient.openid, 'booking', 'listSlots', choice as never);
  if (!slots.ok) throw new Error(slots.error);
  for (const session of slots.value.sessions) {
    const free = session.slots.find(({ state }) => state === 'free');
    if (free === undefined) continue;
    const booked = await book(stage.underTest, patient, session.sessionId, free.start);
    if (!booked.ok) throw new Error(booked.error);
    return booked.value;
  }
  throw new Error(`${choice.practitionerId} has no seat left`);
}

/** Pays as the phone does, and waits until WeChat has told the hospital. */
export async function settle(stage: Stage, openid: string, appointmentId: string): Promise<void> {
  const requestId = newRequest();
  const order = await stage.underTest.ask(openid, 'billing', 'payAppointment', { requestId, appointmentId });
  if (!order.ok) throw new Error(order.error);
  await stage.hospital.cloud.pay.choose(order.value.payment.package, 'succeed', openid);
  await stage.hospital.cloud.pay.callbacksSettled();
}

async function cancel(stage: Stage, openid: string, appointmentId: string): Promise<void> {
  const input = { requestId: newRequest(), appointmentId, rule: 'A1' as const };
  const answer = await stage.underTest.ask(openid, 'booking', 'cancelAppointment', input);
  if (!answer.ok) throw new Error(answer.error);
  await stage.advance(1);
  await stage.underTest.minute();
}

/** A returning patient's card, with a choice among the old numbers. */
async function bindReturning(stage: Stage): Promise<{ user: WeChatUser; patientId: string }> {
  const { openid, phoneNumber, details } = invented(stage, '林晚照');
  await agreeAndVerify(stage.underTest, openid, phoneNumber);
  const bound = await stage.underTest.ask(openid, 'identity', 'bindPatient', {
    requestId: newRequest(),
    ...details,
    relationship: 'self',
    visitedBefore: true,
  });
  if (!bound.ok) throw new Error(bound.error);
  return { user: { openid, phoneNumber }, patientId: bound.value.patient.patientId };
}

export async function gatherCast(stage: Stage): Promise<Cast> {
  const newcomer = stranger().user;
  const undecided = stranger().user;
  await agreeAndVerify(stage.underTest, undecided.openid, undecided.phoneNumber);
  const patient = await boundPatient(stage.underTest, WOMAN);
  const { openid, patientId } = patient;
  const returning = await bindReturning(stage);
  const breast = { clinicId: 'breast-general', practitionerId: 'dr-luo-yuan' };
  const gone = await bookFirst(stage, patient, { ...breast, day: '2026-03-17' });
  await settle(stage, openid, gone.appointmentId);
  await cancel(stage, openid, gone.appointmentId);
  const long = await bookFirst(stage, patient, LONGEST_CLINIC);
  await settle(stage, openid, long.appointmentId);
  const held = await bookFirst(stage, patient, { ...breast, day: '2026-03-12' });
  const mine = await stage.underTest.ask(openid, 'booking', 'listAppointments', {});
  if (!mine.ok) throw new Error(mine.error);
  const now = (id: string): AppointmentView => {
    const found = mine.value.find(({ appointmentId }) => appointmentId === id);
    if (found === undefined) throw new Error('An appointment is missing');
    return found;
  };
  return {
    newcomer,
    undecided,
    patient: { openid, phoneNumber: `1990009${String(WOMAN).padStart(4, '0')}` },
    patientId,
    returning: returning.user,
    returningPatientId: returning.patientId,
    held,
    booked: now(long.appointmentId),
    refunded: now(gone.appointmentId),
  };
}

export const LONGEST_CLINIC: Choice = {
  clinicId: 'obs-medical',
  practitionerId: 'dr-gu-nianci',
  day: '2026-03-12',
};
