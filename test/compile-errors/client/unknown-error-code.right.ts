import { api } from '../../../miniprogram/services/api';

export async function isGone(appointmentId: string): Promise<boolean> {
  const answer = await api.booking.getAppointment({ appointmentId });
  return !answer.ok && answer.error === 'NOT_FOUND';
}
