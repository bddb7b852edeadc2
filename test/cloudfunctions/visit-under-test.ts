import type { AppointmentView } from '@core/contract/booking';
import type { PayChoice } from '../../local/cloud/index';
import type { HospitalUnderTest } from './hospital-under-test';
import { book, newRequest, type PatientUnderTest } from './patient-under-test';

/** The value of an accepted answer; a refusal fails the test by its code. */
export function accepted<T>(
  answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: string },
): T {
  if (!answer.ok) throw new Error(`Refused: ${answer.error}`);
  return answer.value;
}

/** The code of a refusal; acceptance is named too. */
export const refusal = (
  answer: { readonly ok: true } | { readonly ok: false; readonly error: string },
): string => (answer.ok ? 'ACCEPTED' : answer.error);

export const held = async (
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  sessionId: string,
  start: string,
): Promise<AppointmentView> => accepted(await book(hospital, patient, sessionId, start));

/** Opens the appointment's order: what the payment sheet is given. */
export async function ordered(
  hospital: HospitalUnderTest,
  openid: string,
  appointmentId: string,
): Promise<string> {
  const order = await hospital.ask(openid, 'billing', 'payAppointment', {
    requestId: newRequest(),
    appointmentId,
  });
  return accepted(order).payment.package;
}

export async function pay(
  hospital: HospitalUnderTest,
  { openid }: PatientUnderTest,
  appointmentId: string,
  choice: PayChoice = 'succeed',
): Promise<void> {
  const sheet = await ordered(hospital, openid, appointmentId);
  const { errMsg } = await hospital.cloud.pay.choose(sheet, choice, openid);
  if (!errMsg.endsWith(':ok')) throw new Error(errMsg);
  if (choice === 'succeed') await hospital.cloud.pay.callbacksSettled();
}

/** A booked and paid appointment. */
export async function paid(
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  sessionId: string,
  start: string,
): Promise<AppointmentView> {
  const { appointmentId } = await held(hospital, patient, sessionId, start);
  await pay(hospital, patient, appointmentId);
  return seen(hospital, patient, appointmentId);
}

/** The appointment as its owner sees it now. */
export const seen = async (
  hospital: HospitalUnderTest,
  { openid }: PatientUnderTest,
  appointmentId: string,
): Promise<AppointmentView> =>
  accepted(await hospital.ask(openid, 'booking', 'getAppointment', { appointmentId }));

export const cancel = (
  hospital: HospitalUnderTest,
  { openid }: PatientUnderTest,
  appointmentId: string,
  rule: string,
) => hospital.ask(openid, 'booking', 'cancelAppointment', { requestId: newRequest(), appointmentId, rule });
