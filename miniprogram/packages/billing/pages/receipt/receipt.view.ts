import type { Receipt } from '@core/contract/billing';
import { formatFen, ZERO_FEN } from '@core/domain/money';
import { REFUND_ARRIVAL } from '../../../../services/appointment/refund-arrival';
import { sumRows, type SumRow } from '../../../../services/billing/bill-words';
import { recordedInstant } from '../../../../services/dates';

/** paid: done; confirming: being asked about; over: the order ended without money. */
export type ReceiptStage = 'paid' | 'confirming' | 'over';

export interface ReceiptPageView {
  readonly stage: ReceiptStage;
  readonly amount: string;
  readonly who: string;
  readonly kinds: readonly SumRow[];
  readonly at: string;
  /** WeChat's order number, for questions at the window. */
  readonly number: string;
  /** What went back of it, and why; empty mostly. */
  readonly back: string;
}

const stageOf = ({ state }: Receipt): ReceiptStage =>
  state === 'paid' ? 'paid' : state === 'closed' ? 'over' : 'confirming';

function back({ refundedFen, isDuplicate }: Receipt): string {
  if (refundedFen === ZERO_FEN && !isDuplicate) return '';
  const amount = refundedFen === ZERO_FEN ? '这笔钱' : formatFen(refundedFen);
  const why = isDuplicate ? '别人刚刚已经付过这张单子，' : '';
  return `${why}${amount} 会自动退回您的账户，不用申请。${REFUND_ARRIVAL}。`;
}

export const receiptView = (receipt: Receipt): ReceiptPageView => ({
  stage: stageOf(receipt),
  amount: formatFen(receipt.amountFen),
  who: receipt.maskedPatientName,
  kinds: sumRows(receipt.categories),
  at: receipt.paidAt === null ? '' : recordedInstant(receipt.paidAt),
  number: receipt.paymentId,
  back: back(receipt),
});
