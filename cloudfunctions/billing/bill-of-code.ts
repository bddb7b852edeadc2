import { readBillCode } from '@core/domain/billing/bill-code';
import { accept, refuse } from '@core/domain/result';
import { billCodeKey, billIdOfNumber } from '../_store/bill-codes';
import { bills } from '../_store/bills';
import { catalogue } from '../_store/catalog';
import { lapsedBill } from './lapsed-bill';

const REFUSED = {
  expired: 'BILL_CODE_EXPIRED',
  altered: 'BILL_CODE_ALTERED',
  foreign: 'BILL_CODE_FOREIGN',
} as const;

/** The bill that a code leads to. What is paid or lapsed is said so, also by a code whose time is over. */
export async function billOfCode(code: string, now: number) {
  const read = readBillCode(code, billCodeKey(), now);
  if (read.state === 'altered' || read.state === 'foreign') return refuse(REFUSED[read.state], null);
  const bill = await bills.findById(billIdOfNumber(read.billNumber));
  // Signed by this hospital for a bill that it does not have: not a code as we write them.
  if (!bill) return refuse('BILL_CODE_ALTERED', null);
  if (bill.payment) return refuse('BILL_ALREADY_PAID', { paidAt: bill.payment.paidAt });
  const { rulePack } = await catalogue.current(now);
  const lapsed = lapsedBill(bill, rulePack, now);
  if (lapsed) return lapsed;
  if (read.state === 'expired') return refuse('BILL_CODE_EXPIRED', null);
  if (bill.state === 'void') return refuse('NOTHING_TO_PAY', null);
  return accept({ bill, expiresAt: read.expiresAt });
}
