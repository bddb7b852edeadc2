/**
 * Where an order stands at the payment provider; names of the queryOrder interface (API v2). The
 * interface also knows REVOKED, which only a payment by payment code can become: cloudPay has none.
 */
export type TradeState = 'NOTPAY' | 'USERPAYING' | 'PAYERROR' | 'SUCCESS' | 'REFUND' | 'CLOSED';

/** How a refund can end. CHANGE: the money could not be sent back; REFUNDCLOSE: the refund is off. */
export type RefundEnd = 'SUCCESS' | 'CHANGE' | 'REFUNDCLOSE';

/** Where a refund stands. */
export type RefundState = 'PROCESSING' | RefundEnd;

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
  /** When the prepayment was made; it is good for two hours. */
  prepaidAt: number;
  /** All parameters that a repeated request must bring again unchanged, as one text. */
  fingerprint: string;
  createdAt: number;
  expiresAt: number | undefined;
  state: TradeState;
  /** When the bank will have answered, while the state is USERPAYING. */
  bankAnswersAt: number | undefined;
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
  settlesAs: RefundEnd;
  doneAt: number | undefined;
}

/**
 * Where a callback stands: `held` goes by itself at its time, which is late; `abandoned` was never
 * acknowledged; `dropped` is on nobody's way any more.
 */
export type DeliveryState = 'waiting' | 'held' | 'delivered' | 'abandoned' | 'dropped';

/** A callback on its way to a function. */
export interface Delivery {
  id: string;
  functionName: string;
  event: Record<string, unknown>;
  state: DeliveryState;
  /** Deliveries tried so far. */
  attempts: number;
  createdAt: number;
  /** When it is tried next; of no meaning where it is not on its way. */
  nextAt: number;
  /** What the function answered last, for the people who look into a failing callback. */
  lastAnswer: string | undefined;
  /** Not from the provider: made up by a test or a person at the console. */
  forged: boolean;
}
