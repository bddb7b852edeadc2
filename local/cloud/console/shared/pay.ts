/** An order as the console shows it; money in fen, instants in epoch milliseconds. */
export interface OrderLine {
  outTradeNo: string;
  openid: string;
  body: string;
  totalFee: number;
  state: string;
  functionName: string;
  createdAt: number;
  expiresAt: number | undefined;
  paidAt: number | undefined;
  transactionId: string | undefined;
}

/** A refund as the console shows it. */
export interface RefundLine {
  outRefundNo: string;
  outTradeNo: string;
  totalFee: number;
  refundFee: number;
  description: string | undefined;
  state: string;
  acceptedAt: number;
  settlesAt: number;
  doneAt: number | undefined;
}

/** A callback on its way, or at its end. */
export interface CallbackLine {
  id: string;
  functionName: string;
  event: Record<string, unknown>;
  state: string;
  attempts: number;
  nextAt: number;
  lastAnswer: string | undefined;
  createdAt: number;
  /** Made up by a person or a test; the provider never sent it. */
  forged: boolean;
}

/** Everything the payment provider keeps. */
export interface PayLists {
  orders: OrderLine[];
  refunds: RefundLine[];
  callbacks: CallbackLine[];
}
