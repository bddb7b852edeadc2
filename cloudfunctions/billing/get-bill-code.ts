import type { billing } from '@core/contract/billing';
import { writeBillCode } from '@core/domain/billing/bill-code';
import { MINUTE_MS } from '@core/domain/calendar-day';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { billCodeKey, billNumberOf } from '../_store/bill-codes';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { maskedNameOf } from './bill-view';
import { lapsedBill } from './lapsed-bill';

/** A fresh code for a bill that is to be paid. */
export const getBillCode: UseCase<typeof billing.procedures.getBillCode> = async ({ billId }, context) => {
  const [bill, { rulePack }] = await Promise.all([bills.findById(billId), catalogue.current(context.now)]);
  if (!bill) return refuse('NOT_FOUND', null);
  if (bill.payment) return refuse('BILL_ALREADY_PAID', { paidAt: bill.payment.paidAt });
  if (bill.state === 'void') return refuse('NOTHING_TO_PAY', null);
  const lapsed = lapsedBill(bill, rulePack, context.now);
  if (lapsed) return lapsed;
  const expiresAt = context.now + rulePack.billCodeMinutes * MINUTE_MS;
  return accept({
    code: writeBillCode(billNumberOf(billId), expiresAt, billCodeKey()),
    expiresAt,
    totalFen: bill.totalFen,
    maskedPatientName: maskedNameOf(bill),
  });
};
