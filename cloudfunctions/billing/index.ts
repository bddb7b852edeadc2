import { serve } from '../_kernel/serve';
import { confirmPayment } from './confirm-payment';
import { onOrderCloseRequested } from './on-order-close-requested';
import { onRefundRequested } from './on-refund-requested';
import { payAppointment } from './pay-appointment';

export const main = serve(
  'billing',
  { payAppointment, confirmPayment },
  { 'order-close-requested': onOrderCloseRequested, 'refund-requested': onRefundRequested },
);
