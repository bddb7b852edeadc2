import { serve } from '../_kernel/serve';
import { changeAppointmentInvoice } from './change-appointment-invoice';
import { changeBillInvoice } from './change-bill-invoice';
import { confirmBillPayment } from './confirm-bill-payment';
import { confirmPayment } from './confirm-payment';
import { findAtWindow } from './find-at-window';
import { finishRefund } from './finish-refund';
import { getBill } from './get-bill';
import { getBillByCode } from './get-bill-by-code';
import { getBillCode } from './get-bill-code';
import { getReceipt } from './get-receipt';
import { getWindowFile } from './get-window-file';
import { listBills } from './list-bills';
import { listFees } from './list-fees';
import { listStuckRefunds } from './list-stuck-refunds';
import { onBillPaymentConfirmed } from './on-bill-payment-confirmed';
import { onBillRefundProgressed } from './on-bill-refund-progressed';
import { onBillRefundRequested } from './on-bill-refund-requested';
import { onOrderChanged } from './on-order-changed';
import { onOrderCloseRequested } from './on-order-close-requested';
import { onOrderPlaced } from './on-order-placed';
import { onRefundRequested } from './on-refund-requested';
import { payAppointment } from './pay-appointment';
import { payBill } from './pay-bill';
import { payBillByCode } from './pay-bill-by-code';
import { refundBillLine } from './refund-bill-line';
import { takeCashForAppointment } from './take-cash-for-appointment';
import { takeCashForBill } from './take-cash-for-bill';

const ofPayers = {
  payAppointment,
  confirmPayment,
  getBillCode,
  getBillByCode,
  payBillByCode,
  getBill,
  listBills,
  listFees,
  payBill,
  confirmBillPayment,
  getReceipt,
};

const ofWindow = {
  findAtWindow,
  getWindowFile,
  takeCashForAppointment,
  takeCashForBill,
  changeAppointmentInvoice,
  changeBillInvoice,
  refundBillLine,
  listStuckRefunds,
  finishRefund,
};

export const main = serve(
  'billing',
  { ...ofPayers, ...ofWindow },
  {
    'order-close-requested': onOrderCloseRequested,
    'refund-requested': onRefundRequested,
    'order-placed': onOrderPlaced,
    'order-changed': onOrderChanged,
    'bill-payment-confirmed': onBillPaymentConfirmed,
    'bill-refund-requested': onBillRefundRequested,
    'bill-refund-progressed': onBillRefundProgressed,
  },
);
