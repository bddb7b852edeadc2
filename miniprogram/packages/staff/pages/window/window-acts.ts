import type { InvoiceAct } from '@core/domain/billing/invoice';
import type { Fen } from '@core/domain/money';
import { api } from '../../../../services/api';
import { createCommand } from '../../../../services/command';
import type { Refused } from '../../../../services/error-text';

/** What the clerk is about to do, as the sheet asks for it. */
export type WindowAct =
  | { readonly type: 'refund-registration'; readonly id: string; readonly rule: string }
  | { readonly type: 'refund-line'; readonly id: string; readonly lineId: string; readonly rule: string }
  | {
      readonly type: 'cash';
      readonly kind: 'registration' | 'bill';
      readonly id: string;
      readonly amountFen: Fen;
    }
  | {
      readonly type: 'invoice';
      readonly kind: 'registration' | 'bill';
      readonly id: string;
      readonly act: Exclude<InvoiceAct, 'surrender'>;
    }
  | { readonly type: 'finish-refund'; readonly paymentId: string; readonly refundId: string };

const cancelAtWindow = createCommand(api.booking.cancelAtWindow);
const refundBillLine = createCommand(api.billing.refundBillLine);
const cashForAppointment = createCommand(api.billing.takeCashForAppointment);
const cashForBill = createCommand(api.billing.takeCashForBill);
const appointmentInvoice = createCommand(api.billing.changeAppointmentInvoice);
const billInvoice = createCommand(api.billing.changeBillInvoice);
const finishRefund = createCommand(api.billing.finishRefund);

type Done = { readonly ok: true } | Refused;

/** Does it; what became of it is read anew, since money and papers follow the answer. */
export function perform(act: WindowAct): Promise<Done> {
  switch (act.type) {
    case 'refund-registration':
      return cancelAtWindow({ appointmentId: act.id, rule: act.rule });
    case 'refund-line':
      return refundBillLine({ billId: act.id, lineId: act.lineId, rule: act.rule });
    case 'cash':
      return act.kind === 'bill'
        ? cashForBill({ billId: act.id, amountFen: act.amountFen })
        : cashForAppointment({ appointmentId: act.id, amountFen: act.amountFen });
    case 'finish-refund':
      return finishRefund({ paymentId: act.paymentId, refundId: act.refundId });
    case 'invoice':
      return act.kind === 'bill'
        ? billInvoice({ billId: act.id, act: act.act })
        : appointmentInvoice({ appointmentId: act.id, act: act.act });
  }
}
