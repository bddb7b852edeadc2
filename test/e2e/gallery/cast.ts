import type { AppointmentView } from '@core/contract/booking';
import {
  agreeAndVerify,
  book,
  inventIdentityNumber,
  newRequest,
  type PatientUnderTest,
} from '../../cloudfunctions/patient-under-test';
import type { PersonDetails } from '../../../scripts/hospital/types';
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

interface Bound {
  readonly user: WeChatUser;
  readonly patientId: string;
}

async function bind(
  stage: Stage,
  user: WeChatUser,
  person: PersonDetails,
  visitedBefore: boolean,
): Promise<Bound> {
  await agreeAndVerify(stage.underTest, user.openid, user.phoneNumber);
  const { name, identityNumber } = person;
  const requestId = newRequest();
  const input = { requestId, name, identityNumber, relationship: 'self' as const, visitedBefore };
  const bound = await stage.underTest.ask(user.openid, 'identity', 'bindPatient', input);
  if (!bound.ok) throw new Error(bound.error);
  return { user, patientId: bound.value.patient.patientId };
}

/** A returning patient's card, with a choice among the old numbers. */
function bindReturning(stage: Stage): Promise<Bound> {
  const { openid, phoneNumber, details } = invented(stage, '林晚照');
  return bind(stage, { openid, phoneNumber }, details, true);
}

/** The card of a woman who is here for the first time. */
function bindWoman(stage: Stage): Promise<Bound> {
  const user = { openid: 'oGallery_0001', phoneNumber: '19900007001' };
  return bind(stage, user, { name: '宋知夏', identityNumber: inventIdentityNumber(WOMAN) }, false);
}

export async function gatherCast(stage: Stage): Promise<Cast> {
  const newcomer = stranger().user;
  const undecided = stranger().user;
  await agreeAndVerify(stage.underTest, undecided.openid, undecided.phoneNumber);
  const { user, patientId } = await bindWoman(stage);
  const { openid } = user;
  const patient = { openid, patientId };
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
    patient: user,
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
