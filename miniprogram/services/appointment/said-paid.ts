import type { AppointmentView } from '@core/contract/booking';

/** Appointment id → when the phone said that it was paid (epoch milliseconds). */
export type SaidPaid = Readonly<Record<string, number>>;

const STORAGE_KEY = 'said-paid';

/**
 * How long the phone's word stands against the server's "nothing paid yet". After that the patient may pay again:
 * it is the same order, which WeChat never charges twice.
 */
const BELIEVED_MS = 3 * 60_000;

/** A payment that the phone reported and the server does not know yet is being confirmed: nobody is asked to pay. */
export function withSaidPaid(appointment: AppointmentView, said: SaidPaid, now: number): AppointmentView {
  const at = said[appointment.appointmentId];
  const unknown = appointment.status === 'pending' && appointment.payment === 'waiting';
  const believed = at !== undefined && now - at < BELIEVED_MS;
  return unknown && believed ? { ...appointment, payment: 'confirming' } : appointment;
}

/** Only what still counts is kept. */
export const stillBelieved = (said: SaidPaid, now: number): SaidPaid =>
  Object.fromEntries(Object.entries(said).filter(([, at]) => now - at < BELIEVED_MS));

function read(): SaidPaid {
  const kept: unknown = wx.getStorageSync(STORAGE_KEY);
  return typeof kept === 'object' && kept !== null ? (kept as SaidPaid) : {};
}

/** On the phone, since the app may be closed while WeChat is still being asked. */
export function rememberSaidPaid(appointmentId: string): void {
  const now = Date.now();
  wx.setStorageSync(STORAGE_KEY, { ...stillBelieved(read(), now), [appointmentId]: now });
}

export function forgetSaidPaid(appointmentId: string): void {
  const kept = Object.entries(read()).filter(([id]) => id !== appointmentId);
  wx.setStorageSync(STORAGE_KEY, Object.fromEntries(kept));
}

/** Whether this phone reported a payment of it a moment ago. */
export function isSaidPaid(id: string): boolean {
  const at = read()[id];
  return at !== undefined && Date.now() - at < BELIEVED_MS;
}

/** The appointment as this phone knows it. */
export const asThisPhoneKnows = (appointment: AppointmentView): AppointmentView =>
  withSaidPaid(appointment, read(), Date.now());
