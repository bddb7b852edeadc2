import { serve } from '../_kernel/serve';
import { bookSlot } from './book-slot';
import { cancelAppointment } from './cancel-appointment';
import { cancelAtWindow } from './cancel-at-window';
import { getAppointment } from './get-appointment';
import { grantAddOn } from './grant-add-on';
import { listAppointments } from './list-appointments';
import { listClinicDays } from './list-clinic-days';
import { listDoctors } from './list-doctors';
import { listDoctorTimes } from './list-doctor-times';
import { listSlots } from './list-slots';
import { onAppointmentEnded } from './on-appointment-ended';
import { onInvoiceChanged } from './on-invoice-changed';
import { onEncounterProgressed } from './on-encounter-progressed';
import { onOrderClosed } from './on-order-closed';
import { onPaymentConfirmed } from './on-payment-confirmed';
import { onRefundProgressed } from './on-refund-progressed';
import { onSessionStopApproved } from './on-session-stop-approved';

export const main = serve(
  'booking',
  {
    listClinicDays,
    listDoctors,
    listSlots,
    bookSlot,
    getAppointment,
    listAppointments,
    cancelAppointment,
    cancelAtWindow,
    grantAddOn,
    listDoctorTimes,
  },
  {
    'payment-confirmed': onPaymentConfirmed,
    'order-closed': onOrderClosed,
    'refund-progressed': onRefundProgressed,
    'appointment-ended': onAppointmentEnded,
    'encounter-progressed': onEncounterProgressed,
    'invoice-changed': onInvoiceChanged,
    'session-stop-approved': onSessionStopApproved,
  },
);
