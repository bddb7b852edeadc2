import type { Task } from '@core/domain/visit/task';
import { go } from '../navigate';
import { taskWords } from './task-words';

/** Does what the button of a task says. */
export function followTask(task: Task, patientId: string, now: number): void {
  const { appointmentId, billId, reportId } = task;
  switch (taskWords(task, now).button?.action) {
    case undefined:
      return;
    case 'way':
      goTo(task);
      return;
    case 'gate':
      go('gate', { patientId });
      return;
    case 'check-in':
      go('checkIn', { patientId });
      return;
    case 'pay-appointment':
      if (appointmentId !== null) go('pay', { appointmentId });
      return;
    case 'queue':
      if (appointmentId !== null) go('queue', { appointmentId });
      return;
    case 'appointment':
      if (appointmentId !== null) go('appointment', { appointmentId });
      return;
    case 'bill':
      if (billId !== null) go('bill', { billId });
      return;
    case 'report':
      if (reportId !== null) go('report', { reportId });
  }
}

/** The way to a task's place. */
export function goTo({ placeId, place }: Pick<Task, 'placeId' | 'place'>): void {
  if (placeId !== null) go('way', { to: placeId });
  else if (place !== null) go('way', { place });
  else go('guide', {});
}
