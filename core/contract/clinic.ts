import type { AdmissionState } from '@core/domain/clinic/admission';
import { DESKS, ORDER_CATEGORIES } from '@core/domain/clinic/order';
import type { StopState } from '@core/domain/clinic/stop';
import * as v from 'valibot';
import { on, staff } from './access';
import type {
  AdmissionView,
  AffectedVisit,
  FoundPatient,
  OrderView,
  OwnSession,
  PatientSummary,
  ServiceItem,
  StopView,
} from './clinic-views';
import { closed, day, id, requestId, sessionId, text } from './fields';
import { defineContext, output, proceduresWith } from './procedure';

export interface ClinicRefusals {
  /** Only between calling the patient in and finishing. */
  ENCOUNTER_NOT_OPEN: null;
  ITEM_UNKNOWN: { readonly itemId: string };
  LINE_EXECUTED: null;
  LINE_CANCELLED: null;
  LINE_NOT_PAID: null;
  UNDO_TOO_LATE: { readonly minutes: number };
  /** Its result came in: it was done. */
  LINE_REPORTED: null;
  /** No such number, or none that may be shown: the two are not told apart. */
  PATIENT_UNKNOWN: null;
  /** The patient waits for a bed already. */
  ADMISSION_RUNNING: { readonly admissionId: string };
  ADMISSION_ENDED: { readonly state: AdmissionState };
  BED_MISSING: null;
  DAY_PAST: null;
  WARD_UNKNOWN: null;
  STOP_RUNNING: { readonly stopId: string };
  STOP_DECIDED: { readonly state: StopState };
  SESSION_OVER: null;
}

const { command, query } = proceduresWith<ClinicRefusals>();

const ownDesk = { laboratory: 'own', imaging: 'own', pharmacy: 'own' } as const;
const ordered = closed({
  itemId: id,
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
});

/** What a doctor does for the patient in front of them, and what desks, wards and administrators do after. */
export const clinic = defineContext({
  name: 'clinic',
  procedures: {
    getSummary: query({
      access: on('encounter', 'appointmentId', { doctor: 'own' }),
      input: closed({ appointmentId: id }),
      output: output<PatientSummary>(),
      errors: [],
    }),
    noteAllergies: command({
      access: on('encounter', 'appointmentId', { doctor: 'own' }),
      input: closed({ requestId, appointmentId: id, text: text(200) }),
      output: output<PatientSummary>(),
      errors: ['ENCOUNTER_NOT_OPEN'],
    }),
    searchItems: query({
      access: staff({ doctor: 'any' }),
      /** `words`: name, pinyin, initials or code; null for the usual ones. */
      input: closed({ words: v.nullable(text(30)), category: v.nullable(v.picklist(ORDER_CATEGORIES)) }),
      output: output<readonly ServiceItem[]>(),
      errors: [],
    }),
    placeOrder: command({
      access: on('encounter', 'appointmentId', { doctor: 'own' }),
      input: closed({
        requestId,
        appointmentId: id,
        items: v.pipe(v.array(ordered), v.minLength(1), v.maxLength(20)),
      }),
      output: output<OrderView>(),
      errors: ['ENCOUNTER_NOT_OPEN', 'ITEM_UNKNOWN'],
    }),
    cancelOrderLine: command({
      access: on('order', 'orderId', { doctor: 'own' }),
      input: closed({ requestId, orderId: id, lineId: id, reason: text(60) }),
      output: output<OrderView>(),
      errors: ['LINE_EXECUTED', 'LINE_CANCELLED'],
    }),
    listEncounterOrders: query({
      access: on('encounter', 'appointmentId', { doctor: 'own' }),
      input: closed({ appointmentId: id }),
      output: output<readonly OrderView[]>(),
      errors: [],
    }),
    listOrders: query({
      access: on('patient', 'patientId', { patient: true, relative: 'pay' }),
      input: closed({ patientId: id }),
      output: output<readonly OrderView[]>(),
      errors: [],
    }),
    listDeskOrders: query({
      access: staff(ownDesk),
      input: closed({ desk: v.picklist(DESKS), day }),
      output: output<readonly OrderView[]>(),
      errors: [],
    }),
    markExecuted: command({
      access: on('order', 'orderId', ownDesk),
      input: closed({ requestId, orderId: id, lineId: id }),
      output: output<OrderView>(),
      errors: ['LINE_CANCELLED', 'LINE_NOT_PAID'],
    }),
    markNotDone: command({
      access: on('order', 'orderId', ownDesk),
      input: closed({ requestId, orderId: id, lineId: id, reason: text(60) }),
      output: output<OrderView>(),
      errors: ['LINE_EXECUTED', 'LINE_CANCELLED'],
    }),
    /** Takes back a "done" that was tapped by mistake some minutes ago, as long as no result came in. */
    undoExecuted: command({
      access: on('order', 'orderId', ownDesk),
      input: closed({ requestId, orderId: id, lineId: id }),
      output: output<OrderView>(),
      errors: ['UNDO_TOO_LATE', 'LINE_REPORTED'],
    }),
    findPatient: query({
      access: staff({ doctor: 'any' }),
      /** The outpatient number, or the pass of the day as it was scanned. */
      input: closed({ code: text(40) }),
      output: output<FoundPatient>(),
      errors: ['PATIENT_UNKNOWN'],
    }),
    requestAdmission: command({
      access: on('encounter', 'appointmentId', { doctor: 'own' }),
      input: closed({ requestId, appointmentId: id, wardId: id, reason: text(100), plannedDay: day }),
      output: output<AdmissionView>(),
      errors: ['ADMISSION_RUNNING', 'DAY_PAST', 'WARD_UNKNOWN'],
    }),
    advanceAdmission: command({
      access: on('admission', 'admissionId', { nurse: 'any', doctor: 'own' }),
      input: closed({
        requestId,
        admissionId: id,
        to: v.picklist(['bed-waiting', 'admitted', 'cancelled']),
        bed: v.nullable(text(20)),
        note: v.nullable(text(100)),
      }),
      output: output<AdmissionView>(),
      errors: ['ADMISSION_ENDED', 'BED_MISSING'],
    }),
    listWards: query({
      access: staff({ doctor: 'any' }),
      input: closed({}),
      output: output<readonly { readonly wardId: string; readonly name: string }[]>(),
      errors: [],
    }),
    /** A nurse sees all that are open, a doctor the own ones. */
    listAdmissions: query({
      access: staff({ doctor: 'own', nurse: 'any' }),
      input: closed({}),
      output: output<readonly AdmissionView[]>(),
      errors: [],
    }),
    listPatientAdmissions: query({
      access: on('patient', 'patientId', { patient: true, relative: 'book' }),
      input: closed({ patientId: id }),
      output: output<readonly AdmissionView[]>(),
      errors: [],
    }),
    listOwnSessions: query({
      access: staff({ doctor: 'own' }),
      input: closed({}),
      output: output<readonly OwnSession[]>(),
      errors: [],
    }),
    /** Whom it would hit, before it is asked for. */
    previewStop: query({
      access: on('session', 'sessionId', { doctor: 'own' }),
      input: closed({ sessionId }),
      output: output<readonly AffectedVisit[]>(),
      errors: [],
    }),
    requestStop: command({
      access: on('session', 'sessionId', { doctor: 'own' }),
      input: closed({ requestId, sessionId, reason: text(60) }),
      output: output<StopView>(),
      errors: ['STOP_RUNNING', 'SESSION_OVER'],
    }),
    withdrawStop: command({
      access: staff({ doctor: 'own' }),
      input: closed({ requestId, stopId: id }),
      output: output<StopView>(),
      errors: ['STOP_DECIDED'],
    }),
    decideStop: command({
      access: staff({ administrator: 'any' }),
      input: closed({
        requestId,
        stopId: id,
        decision: v.picklist(['approve', 'decline']),
        note: v.nullable(text(60)),
      }),
      output: output<StopView>(),
      errors: ['STOP_DECIDED', 'SESSION_OVER'],
    }),
    /** An administrator sees all, a doctor the own ones; those that wait first. */
    listStops: query({
      access: staff({ doctor: 'own', administrator: 'any' }),
      input: closed({}),
      output: output<readonly StopView[]>(),
      errors: [],
    }),
  },
});
