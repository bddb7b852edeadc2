import type { booking } from '@core/contract/booking';
import type { InputOf } from '@core/contract/procedure';
import { countsAsPrinted, NO_INVOICE } from '@core/domain/billing/invoice';
import type { Decision } from '@core/domain/billing/refund-policy';
import { windowWay } from '@core/domain/billing/window-steps';
import { decideAtWindow } from '@core/domain/booking/at-window';
import { accept, refuse } from '@core/domain/result';
import type { CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { UseCase } from '../_kernel/serve';
import { appointments, type AppointmentRecord } from '../_store/appointments';
import { catalogue, type RulePack } from '../_store/catalog';
import { payments } from '../_store/payments';
import { refundClause } from '../_store/refund-clause';
import { ended, refundOf, withEffects, type Change } from './cancelled-appointment';

type Procedure = typeof booking.procedures.cancelAtWindow;

/** Gives a registration back at the window, by the rule that was read out; its seat goes back on sale. */
export const cancelAtWindow: UseCase<Procedure> = async (input, context) => {
  const { rulePack } = await catalogue.current(context.now);
  return untilSaved(async () => {
    const record = await appointments.findById(input.appointmentId);
    return record ? cancelOnce(record, { input, context, rulePack }) : refuse('NOT_FOUND', null);
  });
};

interface Cancelling {
  readonly input: InputOf<Procedure>;
  readonly context: CallContext;
  readonly rulePack: RulePack;
}

async function cancelOnce(record: AppointmentRecord, { input, context, rulePack }: Cancelling) {
  const bodyIndex = bodyIndexOf('cancelAtWindow', input);
  const replay = replayOf(record.requests, input.requestId, bodyIndex);
  if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
  if (replay === 'same') return accept(null);

  const invoice = (await payments.findById(record._id))?.invoice ?? NO_INVOICE;
  const state = { ...record, invoicePrinted: countsAsPrinted(invoice) };
  const decision = decideAtWindow(state, rulePack.refund, context.now);
  if (!decision) return refuse('ALREADY_ENDED', null);
  const channel = record.paidInCash ? 'cash' : 'wechat';
  const facts = { kind: 'registration', channel, invoice } as const;
  const { missing } = windowWay(decision, { ...facts, cancelledByDoctor: false, confirmedNotDone: false });
  if (decision.outcome === 'refused' || missing.length > 0) {
    const clause = refundClause(decision.rule, rulePack);
    return refuse('REFUND_REFUSED', { decision, clause, missing });
  }
  if (decision.rule !== input.rule) return refuse('DECISION_CHANGED', { decision });

  const { next, messages } = givenBack(record, decision, context);
  const accepted = { requestId: input.requestId, bodyIndex, at: context.now };
  const requests = remember(record.requests, accepted);
  if (!(await appointments.replace({ ...next, requests }))) return CHANGED;
  context.posted({ collection: 'appointments', documentId: record._id, messages });
  return accept(null);
}

/** What ended before only has its money given back. */
function givenBack(record: AppointmentRecord, decision: Decision, context: CallContext): Change {
  if (record.status !== 'cancelled')
    return ended(record, { endedBy: 'patient', decision, atWindow: true }, context);
  const { next, messages } = refundOf(record, decision, context);
  return { next: withEffects(next, messages, context, decision.rule), messages };
}
