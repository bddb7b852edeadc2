import type { InvoiceState } from '@core/domain/billing/invoice';
import type { Decision } from '@core/domain/billing/refund-policy';
import type { CalendarDay } from '@core/domain/calendar-day';
import type { Fen } from '@core/domain/money';
import * as v from 'valibot';
import { anyone, caller, on, staff } from './access';
import type {
  BillByCode,
  BillCode,
  BillSummary,
  BillView,
  FeeDue,
  OpenedBillOrder,
  OpenedOrder,
  PaymentProgress,
  Receipt,
} from './billing-views';
import type { Clause } from './booking';
import { amount, closed, id, requestId, text } from './fields';
import { defineContext, output, proceduresWith } from './procedure';
import type { FlagRefusal } from './visit-views';
import type { RefundBar, StuckRefund, WindowFile, WindowPatient } from './window-views';

export type * from './billing-views';
export type * from './window-views';

export interface BillingRefusals {
  SIGNED_OUT: null;
  HOLD_ENDED: null;
  ALREADY_PAID: null;
  NOTHING_TO_PAY: null;
  /** Since the seat was taken the gate has sent the patient elsewhere: no fee for a clinic that they may not enter. */
  FEE_BARRED: FlagRefusal;
  /** WeChat Pay did not take the order; nothing was charged. */
  PAYMENT_UNAVAILABLE: null;
  /** A phone may be paying this very sum, and WeChat does not say: cash now could be taken twice. */
  CASH_NOT_NOW: null;
  /** The code's time is over: a new one is shown on the spot. */
  BILL_CODE_EXPIRED: null;
  /** Not as the hospital wrote it: torn, misread or forged. */
  BILL_CODE_ALTERED: null;
  /** Of another hospital. */
  BILL_CODE_FOREIGN: null;
  /** Nobody paid by its last day: the doctor orders anew what is still needed. */
  BILL_LAPSED: { readonly clause: Clause; readonly until: CalendarDay };
  BILL_ALREADY_PAID: { readonly paidAt: number };
  /** Nobody has this outpatient number. */
  NUMBER_UNKNOWN: null;
  TOO_MANY_ATTEMPTS: { readonly retryAt: number };
  /** The sum is another one than the patient agreed to. */
  AMOUNT_CHANGED: { readonly amountFen: Fen };
  /** The rules say no, or something is missing before the window may. */
  REFUND_REFUSED: RefundBar;
  /** The rule changed between showing and tapping: look again. */
  DECISION_CHANGED: { readonly decision: Decision };
  /** WeChat is sending it right now, or has sent it: nobody has to finish it by hand. */
  REFUND_GOES_ON: null;
  /** Nothing was paid, or all of it went back. */
  NOTHING_TO_INVOICE: null;
  /** The paper's state does not allow it. */
  INVOICE_REFUSED: { readonly state: InvoiceState };
}

const { command, query } = proceduresWith<BillingRefusals>();

const ofAppointment = { patient: true, relative: 'pay' } as const;
const window = { window: 'any' } as const;
const codeText = text(64);
const invoiceAct = v.picklist(['print', 'reprint', 'void']);

const TURN_REFUSALS = ['ALREADY_PAID', 'NOTHING_TO_PAY', 'PAYMENT_UNAVAILABLE'] as const;
const CASH_REFUSALS = ['ALREADY_PAID', 'NOTHING_TO_PAY', 'AMOUNT_CHANGED', 'CASH_NOT_NOW'] as const;
const CODE_REFUSALS = [
  'BILL_CODE_EXPIRED',
  'BILL_CODE_ALTERED',
  'BILL_CODE_FOREIGN',
  'BILL_ALREADY_PAID',
  'BILL_LAPSED',
  'NOTHING_TO_PAY',
] as const;

/** Money in and out, always against WeChat's own word. */
export const billing = defineContext({
  name: 'billing',
  procedures: {
    payAppointment: command({
      access: on('appointment', 'appointmentId', ofAppointment),
      input: closed({ requestId, appointmentId: id }),
      output: output<OpenedOrder>(),
      errors: ['SIGNED_OUT', 'HOLD_ENDED', 'FEE_BARRED', ...TURN_REFUSALS],
    }),
    /** Asks WeChat about the order and acts on the answer, as the callback would. */
    confirmPayment: command({
      access: on('appointment', 'appointmentId', ofAppointment),
      input: closed({ requestId, appointmentId: id }),
      output: output<PaymentProgress>(),
      errors: ['SIGNED_OUT'],
    }),
    /** For the doctor's screen and the window, and for a patient whose family pays. */
    getBillCode: query({
      access: on('bill', 'billId', { patient: true, relative: 'pay', doctor: 'own', window: 'any' }),
      input: closed({ billId: id }),
      output: output<BillCode>(),
      errors: ['BILL_ALREADY_PAID', 'BILL_LAPSED', 'NOTHING_TO_PAY'],
    }),
    /** Whoever holds the code may see what is asked for, and pay it; the code itself is the permission. */
    getBillByCode: query({
      access: anyone,
      input: closed({ code: codeText }),
      output: output<BillByCode>(),
      errors: CODE_REFUSALS,
    }),
    payBillByCode: command({
      access: anyone,
      input: closed({ requestId, code: codeText }),
      output: output<OpenedBillOrder>(),
      errors: [...CODE_REFUSALS, 'PAYMENT_UNAVAILABLE'],
    }),
    getBill: query({
      access: on('bill', 'billId', ofAppointment),
      input: closed({ billId: id }),
      output: output<BillView>(),
      errors: [],
    }),
    listBills: query({
      access: on('patient', 'patientId', ofAppointment),
      input: closed({ patientId: id }),
      output: output<readonly BillSummary[]>(),
      errors: [],
    }),
    /** Seats that are held until their fee is paid. */
    listFees: query({
      access: on('patient', 'patientId', ofAppointment),
      input: closed({ patientId: id }),
      output: output<readonly FeeDue[]>(),
      errors: [],
    }),
    payBill: command({
      access: on('bill', 'billId', ofAppointment),
      input: closed({ requestId, billId: id }),
      output: output<OpenedBillOrder>(),
      errors: [...TURN_REFUSALS, 'BILL_LAPSED'],
    }),
    /** The payer's own order: asks WeChat about it. */
    confirmBillPayment: command({
      access: caller,
      input: closed({ requestId, paymentId: id }),
      output: output<PaymentProgress>(),
      errors: [],
    }),
    /** The payer's own order. */
    getReceipt: query({
      access: caller,
      input: closed({ paymentId: id }),
      output: output<Receipt>(),
      errors: [],
    }),
    findAtWindow: query({
      access: staff(window),
      input: closed({ outpatientNumber: text(32) }),
      output: output<WindowPatient>(),
      errors: ['NUMBER_UNKNOWN', 'TOO_MANY_ATTEMPTS'],
    }),
    getWindowFile: query({
      access: on('patient', 'patientId', window),
      input: closed({ patientId: id }),
      output: output<WindowFile>(),
      errors: [],
    }),
    /** `amountFen`: what the patient agreed to and counted out. */
    takeCashForAppointment: command({
      access: on('appointment', 'appointmentId', window),
      input: closed({ requestId, appointmentId: id, amountFen: amount }),
      output: output<null>(),
      errors: ['HOLD_ENDED', 'FEE_BARRED', ...CASH_REFUSALS],
    }),
    takeCashForBill: command({
      access: on('bill', 'billId', window),
      input: closed({ requestId, billId: id, amountFen: amount }),
      output: output<null>(),
      errors: [...CASH_REFUSALS, 'BILL_LAPSED'],
    }),
    changeAppointmentInvoice: command({
      access: on('appointment', 'appointmentId', window),
      input: closed({ requestId, appointmentId: id, act: invoiceAct }),
      output: output<null>(),
      errors: ['NOTHING_TO_INVOICE', 'INVOICE_REFUSED'],
    }),
    changeBillInvoice: command({
      access: on('bill', 'billId', window),
      input: closed({ requestId, billId: id, act: invoiceAct }),
      output: output<null>(),
      errors: ['NOTHING_TO_INVOICE', 'INVOICE_REFUSED'],
    }),
    /** `rule` is the one that the window read out. Takes the paper back in the same act. */
    refundBillLine: command({
      access: on('bill', 'billId', window),
      input: closed({ requestId, billId: id, lineId: id, rule: id }),
      output: output<null>(),
      errors: ['REFUND_REFUSED', 'DECISION_CHANGED'],
    }),
    /** Refunds that wait for a person, the longest waiting first. */
    listStuckRefunds: query({
      access: staff(window),
      input: closed({}),
      output: output<readonly StuckRefund[]>(),
      errors: [],
    }),
    /** A clerk has seen that the money is back, or counted it out: WeChat is asked once more, then it is done. */
    finishRefund: command({
      access: staff(window),
      input: closed({ requestId, paymentId: id, refundId: id }),
      output: output<null>(),
      errors: ['REFUND_GOES_ON'],
    }),
  },
});
