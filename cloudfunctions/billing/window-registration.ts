import type { WindowRegistration } from '@core/contract/billing';
import { countsAsPrinted } from '@core/domain/billing/invoice';
import { windowWay } from '@core/domain/billing/window-steps';
import { decideAtWindow } from '@core/domain/booking/at-window';
import { ZERO_FEN } from '@core/domain/money';
import type { AppointmentRecord } from '../_store/appointments';
import type { RulePack } from '../_store/catalog';
import { refundClause } from '../_store/refund-clause';
import { paidAtWindow, windowPayment, type PaidAtWindow } from './window-payment';

interface Looking {
  readonly rulePack: RulePack;
  readonly now: number;
}

/** A registration as the window sees it: paid how, and what the rules say of giving it back now. */
export async function windowRegistration(
  record: AppointmentRecord,
  looking: Looking,
): Promise<WindowRegistration> {
  const paid = await paidAtWindow(record._id);
  const { refund } = record;
  const isHeld = record.status === 'pending' && (record.holdExpiresAt ?? 0) > looking.now;
  return {
    appointmentId: record._id,
    status: record.status,
    clinicName: record.clinicName,
    practitionerName: record.practitionerName,
    day: record.day,
    start: record.start,
    end: record.end,
    queueNumber: record.seat,
    feeFen: record.feeFen,
    payment: windowPayment(record._id, paid),
    refund: refund && {
      amountFen: refund.amountFen,
      state: refund.state,
      owner: refund.owner,
      at: refund.at,
    },
    refunding: refunding(record, paid, looking),
    cashFen: isHeld && !paid.payment ? record.feeFen : ZERO_FEN,
  };
}

function refunding(record: AppointmentRecord, { payment, invoice }: PaidAtWindow, looking: Looking) {
  const { rulePack, now } = looking;
  const channel = payment?.channel ?? 'wechat';
  const state = { ...record, invoicePrinted: countsAsPrinted(invoice), paidInCash: channel === 'cash' };
  const decision = decideAtWindow(state, rulePack.refund, now);
  if (!decision) return null;
  const facts = { kind: 'registration', channel, invoice } as const;
  const way = windowWay(decision, { ...facts, cancelledByDoctor: false, confirmedNotDone: false });
  return { decision, clause: refundClause(decision.rule, rulePack), ...way };
}
