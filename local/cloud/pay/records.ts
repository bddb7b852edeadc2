/** Where an order stands at the payment provider; names of the queryOrder interface (API v2). */
export type TradeState = 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED';

/** Where a refund stands; CHANGE means that the money could not be sent back. */
export type RefundState = 'PROCESSING' | 'SUCCESS' | 'CHANGE';

/** One merchant order. Money is integer fen, instants are epoch milliseconds. */
export interface PayOrder {
  outTradeNo: string;
  subMchId: string;
  openid: string;
  appid: string;
  body: string;
  attach: string | undefined;
  totalFee: number;
  /** Function that is told of the payment. */
  functionName: string;
  prepayId: string;
  /** All parameters that a repeated request must bring again unchanged, as one text. */
  fingerprint: string;
  createdAt: number;
  expiresAt: number | undefined;
  state: TradeState;
  transactionId: string | undefined;
  paidAt: number | undefined;
}

/** One refund of an order. */
export interface Refund {
  outRefundNo: string;
  refundId: string;
  outTradeNo: string;
  subMchId: string;
  transactionId: string;
  totalFee: number;
  refundFee: number;
  description: string | undefined;
  /** Function that is told of the result, where one was named. */
  functionName: string | undefined;
  state: RefundState;
  acceptedAt: number;
  /** When it comes to its end. */
  settlesAt: number;
  /** How it will end. */
  settlesAs: 'SUCCESS' | 'CHANGE';
  doneAt: number | undefined;
}

/** A callback on its way to a function. */
export interface Delivery {
  id: string;
  functionName: string;
  event: Record<string, unknown>;
  state: 'waiting' | 'held' | 'delivered' | 'abandoned';
  /** Deliveries tried so far. */
  attempts: number;
  nextAt: number;
  /** What the function answered last, for the people who look into a failing callback. */
  lastAnswer: string | undefined;
}
