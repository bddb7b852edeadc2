import type { visit } from '@core/contract/visit';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { encounters } from '../_store/encounters';
import { visitRules } from '../_store/visit-rules';
import { visitView } from './visit-view';

/** The queue as one patient's phone shows it. */
export const getVisit: UseCase<typeof visit.procedures.getVisit> = async ({ appointmentId }, context) => {
  const [rules, appointment, encounter] = await Promise.all([
    visitRules(context.now),
    appointments.findById(appointmentId),
    encounters.findById(appointmentId),
  ]);
  if (!appointment) return refuse('NOT_FOUND', null);
  return accept(await visitView(appointment, encounter, rules, context.now));
};
