import type { billing } from '@core/contract/billing';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { appointments } from '../_store/appointments';
import { catalogue } from '../_store/catalog';
import { feeBar } from './fee-bar';
import { appointmentPayable } from './payable';
import { takeCash } from './take-cash';

/** The fee of a held seat, paid at the window. */
export const takeCashForAppointment: UseCase<typeof billing.procedures.takeCashForAppointment> = async (
  { appointmentId, ...taking },
  context,
) => {
  const [record, hospital] = await Promise.all([
    appointments.findById(appointmentId),
    catalogue.current(context.now),
  ]);
  if (!record) return refuse('NOT_FOUND', null);
  if (record.payment === 'none') return refuse('NOTHING_TO_PAY', null);
  const isHeld = record.status === 'pending' && (record.holdExpiresAt ?? 0) > context.now;
  if (record.payment === 'waiting' && !isHeld) return refuse('HOLD_ENDED', null);
  const barred = record.payment === 'waiting' ? await feeBar(record, context.now) : null;
  if (barred) return barred;
  const refusal = await takeCash(appointmentPayable(record, hospital), taking, context);
  if (refusal?.error === 'ENDED') return refuse('HOLD_ENDED', null);
  return refusal ?? accept(null);
};
