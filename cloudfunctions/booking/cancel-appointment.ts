import type { booking } from '@core/contract/booking';
import type { InputOf } from '@core/contract/procedure';
import { decideCancellation } from '@core/domain/booking/appointment';
import type { Decision } from '@core/domain/billing/refund-policy';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue, type RulePack } from '../_store/catalog';
import { refundClause } from '../_store/refund-clause';
import { appointmentView } from './appointment-view';
import { cancelled } from './cancelled-appointment';

type Procedure = typeof booking.procedures.cancelAppointment;

/** Ends an appointment by the rule that the patient has read. The appointment's document decides against a payment. */
export const cancelAppointment: UseCase<Procedure> = async (input, context) => {
  const [account, { rulePack }] = await Promise.all([
    signedInAccount(context),
    catalogue.current(context.now),
  ]);
  if (!account) return refuse('SIGNED_OUT', null);
  return untilSaved(async () => {
    const record = await appointments.findById(input.appointmentId);
    if (!record) return refuse('NOT_FOUND', null);
    return cancelOnce(record, { input, context, rulePack });
  });
};

interface Cancelling {
  readonly input: InputOf<Procedure>;
  readonly context: CallContext;
  readonly rulePack: RulePack;
}

async function cancelOnce(record: AppointmentRecord, { input, context, rulePack }: Cancelling) {
  const { requestId } = input;
  const bodyIndex = bodyIndexOf('cancelAppointment', input);
  const replay = replayOf(record.requests, requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  if (replay === 'same') return accept(appointmentView(record, rulePack, context.now));

  const decision = decideCancellation(record, rulePack.refund, context.now);
  if (!decision) return refuse('ALREADY_ENDED', null);
  if (decision.outcome === 'window' || decision.outcome === 'refused') {
    return refuse('CANCEL_REFUSED', { decision, clause: clauseOf(decision, rulePack) });
  }
  if (decision.rule !== input.rule) return refuse('DECISION_CHANGED', { decision });

  const { next, messages } = cancelled(record, decision, context);
  const requests = [...record.requests, { requestId, bodyIndex, at: context.now }];
  if (!(await appointments.replace({ ...next, requests }))) return CHANGED;
  context.posted({ collection: 'appointments', documentId: record._id, messages });
  return accept(appointmentView(next, rulePack, context.now));
}

const clauseOf = (decision: Decision, rulePack: RulePack) =>
  refundClause(decision.rule, rulePack) ?? rulePack.clauses['refund-a4'];
