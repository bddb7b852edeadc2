import { serve } from '../_kernel/serve';
import { advanceAdmission } from './advance-admission';
import { cancelOrderLine } from './cancel-order-line';
import { decideStop } from './decide-stop';
import { findPatient } from './find-patient';
import { getSummary } from './get-summary';
import { listAdmissions } from './list-admissions';
import { listDeskOrders } from './list-desk-orders';
import { listEncounterOrders } from './list-encounter-orders';
import { listOrders } from './list-orders';
import { listOwnSessions } from './list-own-sessions';
import { listPatientAdmissions } from './list-patient-admissions';
import { listStops } from './list-stops';
import { listWards } from './list-wards';
import { markExecuted } from './mark-executed';
import { markNotDone } from './mark-not-done';
import { noteAllergies } from './note-allergies';
import { onBillPaid } from './on-bill-paid';
import { onItemRefunded } from './on-item-refunded';
import { placeOrder } from './place-order';
import { previewStop } from './preview-stop';
import { requestAdmission } from './request-admission';
import { requestStop } from './request-stop';
import { searchItems } from './search-items';
import { undoExecuted } from './undo-executed';
import { withdrawStop } from './withdraw-stop';

export const main = serve(
  'clinic',
  {
    getSummary,
    noteAllergies,
    searchItems,
    placeOrder,
    cancelOrderLine,
    listEncounterOrders,
    listOrders,
    listDeskOrders,
    markExecuted,
    markNotDone,
    undoExecuted,
    findPatient,
    requestAdmission,
    advanceAdmission,
    listWards,
    listAdmissions,
    listPatientAdmissions,
    listOwnSessions,
    previewStop,
    requestStop,
    withdrawStop,
    decideStop,
    listStops,
  },
  { 'bill-paid': onBillPaid, 'item-refunded': onItemRefunded },
);
