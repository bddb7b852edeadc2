// TS2367: a code that this procedure never answers.
import { api } from '../../../miniprogram/services/api';

export async function isFull(appointmentId: string): Promise<boolean> {
  const answer = await api.booking.getAppointment({ appointmentId });
  return !answer.ok && answer.error === 'SLOT_FULL';
}
