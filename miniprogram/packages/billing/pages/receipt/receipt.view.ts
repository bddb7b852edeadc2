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

function back({ refundedFen, isBack, isDuplicate }: Receipt): string {
  if (refundedFen === ZERO_FEN && !isDuplicate) return '';
  const amount = refundedFen === ZERO_FEN ? '这笔钱' : formatFen(refundedFen);
  const why = isDuplicate ? '别人刚刚已经付过这张单子，' : '';
  if (isBack && refundedFen !== ZERO_FEN) return `${why}${amount} 已经退回您付款的账户。`;
  return `${why}${amount} 会退回您付款的账户，您不用办手续。${REFUND_ARRIVAL}。`;
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
