/** How a refund stands by WeChat's own words. */
export type RefundState = 'accepted' | 'done' | 'failed';

/** Status of a refund as its query and its notice name it (WeChat Pay API v2). */
export function refundState(status: unknown): RefundState | null {
  switch (status) {
    case 'SUCCESS':
      return 'done';
    case 'PROCESSING':
      return 'accepted';
    case 'CHANGE':
    case 'REFUNDCLOSE':
      return 'failed';
    default:
      return null;
  }
}

/** What WeChat tells of a refund without being asked. */
export interface RefundNotice {
  readonly paymentId: string;
  readonly refundId: string;
  /** As it was told, to be compared with our own. */
  readonly paidFen: number;
  readonly amountFen: number;
  readonly state: RefundState | null;
}

/** The event of a refund callback; null where it names no refund. */
export function refundNotice(event: unknown): RefundNotice | null {
  const { outTradeNo, outRefundNo, totalFee, refundFee, refundStatus } = (event ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof outTradeNo !== 'string' || typeof outRefundNo !== 'string') return null;
  return {
    paymentId: outTradeNo,
    refundId: outRefundNo,
    paidFen: Number(totalFee),
    amountFen: Number(refundFee),
    state: refundState(refundStatus),
  };
}
