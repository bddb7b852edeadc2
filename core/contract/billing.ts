import type { Fen } from '@core/domain/money';
import { on } from './access';
import { closed, id, requestId } from './fields';
import { defineContext, output, proceduresWith } from './procedure';

/** What `wx.requestPayment` takes, as WeChat signed it. */
export interface PaymentRequest {
  readonly timeStamp: string;
  readonly nonceStr: string;
  readonly package: string;
  readonly signType: 'MD5' | 'HMAC-SHA256' | 'RSA';
  readonly paySign: string;
}

export interface OpenedOrder {
  readonly payment: PaymentRequest;
  readonly amountFen: Fen;
  /** The order closes then; earlier than the hold. */
  readonly expiresAt: number;
}

export interface PaymentProgress {
  /**
   * waiting: nothing paid that we know of; confirming: the phone said so or WeChat is being asked;
   * paid: WeChat confirmed it; closed: the order can no longer be paid.
   */
  readonly state: 'waiting' | 'confirming' | 'paid' | 'closed';
}

export interface BillingRefusals {
  SIGNED_OUT: null;
  HOLD_ENDED: null;
  ALREADY_PAID: null;
  NOTHING_TO_PAY: null;
  /** WeChat Pay did not take the order; nothing was charged. */
  PAYMENT_UNAVAILABLE: null;
}

const { command } = proceduresWith<BillingRefusals>();

/** Money in and out, always against WeChat's own word. */
export const billing = defineContext({
  name: 'billing',
  procedures: {
    payAppointment: command({
      access: on('appointment', 'appointmentId', { patient: true, relative: 'pay' }),
      input: closed({ requestId, appointmentId: id }),
      output: output<OpenedOrder>(),
      errors: ['SIGNED_OUT', 'HOLD_ENDED', 'ALREADY_PAID', 'NOTHING_TO_PAY', 'PAYMENT_UNAVAILABLE'],
    }),
    /** Asks WeChat about the order and acts on the answer, as the callback would. */
    confirmPayment: command({
      access: on('appointment', 'appointmentId', { patient: true, relative: 'pay' }),
      input: closed({ requestId, appointmentId: id }),
      output: output<PaymentProgress>(),
      errors: ['SIGNED_OUT'],
    }),
  },
});
