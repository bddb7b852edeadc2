import type { CalendarDay } from '@core/domain/calendar-day';
import type { EncounterState } from '@core/domain/visit/encounter';
import type { Task } from '@core/domain/visit/task';
import * as v from 'valibot';
import { anyone, on, staff } from './access';
import { closed, id, requestId, sessionId, text } from './fields';
import { defineContext, output, proceduresWith } from './procedure';
import type {
  AreaDesk,
  AreaQueue,
  AreaView,
  FlagRefusal,
  FlaggedPerson,
  GateForm,
  GateStatus,
  PersonAtDesk,
  SessionQueue,
  TransferTarget,
  VisitView,
} from './visit-views';

export interface VisitRefusals {
  SIGNED_OUT: null;
  QUESTIONS_CHANGED: null;
  ANSWER_MISSING: { readonly questionId: string };
  TEMPERATURE_UNLIKELY: { readonly lowestTenths: number; readonly highestTenths: number };
  GATE_MISSING: null;
  FLAGGED: FlagRefusal;
  NOT_BOOKED: null;
  NOT_TODAY: { readonly day: CalendarDay };
  /** Nothing is booked in this area today; `area` is where something is. */
  WRONG_AREA: { readonly area: AreaView | null };
  AREA_UNKNOWN: null;
  /** This hospital checks in by the code of the day on the nurse's screen. */
  AREA_CODE_OLD: { readonly area: AreaView };
  CHECK_IN_EARLY: { readonly opensAt: number };
  CHECK_IN_OVER: null;
  /** No visit of this patient today. */
  NOTHING_TODAY: null;
  PASS_ALTERED: null;
  PASS_EXPIRED: { readonly day: CalendarDay };
  NOT_NOW: { readonly state: EncounterState | 'withdrawn' };
  NOBODY_WAITS: null;
  CALL_OPEN: { readonly appointmentId: string };
  SKIP_NEEDS_REASON: null;
  NO_FLAG: null;
  TRANSFER_IMPOSSIBLE: null;
}

const { command, query } = proceduresWith<VisitRefusals>();

const goesToVisit = { patient: true, relative: 'check-in', volunteer: 'check-in' } as const;
const own = on('encounter', 'appointmentId', { doctor: 'own' });
const reason = text(60);
const visitCommand = closed({ requestId, appointmentId: id });
const answer = closed({ questionId: id, yes: v.boolean() });
const tenths = v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(500));

/** From the gate to the doctor's room: three checkpoints, the queue between them, and what is to be done next. */
export const visit = defineContext({
  name: 'visit',
  procedures: {
    /** The hospital's questions; public, so that they can be kept on the phone. */
    getGateForm: query({ access: anyone, input: closed({}), output: output<GateForm>(), errors: [] }),
    getGatePass: query({
      access: on('patient', 'patientId', { ...goesToVisit, nurse: 'any' }),
      input: closed({ patientId: id }),
      output: output<GateStatus>(),
      errors: ['SIGNED_OUT'],
    }),
    declareAtGate: command({
      access: on('patient', 'patientId', { ...goesToVisit, nurse: 'any' }),
      input: closed({
        requestId,
        patientId: id,
        version: text(20),
        temperatureTenths: tenths,
        answers: v.pipe(v.array(answer), v.maxLength(40)),
      }),
      output: output<GateStatus>(),
      errors: ['SIGNED_OUT', 'QUESTIONS_CHANGED', 'ANSWER_MISSING', 'TEMPERATURE_UNLIKELY'],
    }),
    /** By the area's code: `areaId` is what stands behind its `AREA:`. Who was passed is queued again. */
    checkInArea: command({
      access: on('patient', 'patientId', goesToVisit),
      input: closed({ requestId, patientId: id, areaId: id }),
      output: output<VisitView>(),
      errors: [
        'SIGNED_OUT',
        'NOTHING_TODAY',
        'AREA_UNKNOWN',
        'AREA_CODE_OLD',
        'WRONG_AREA',
        'CHECK_IN_EARLY',
        'CHECK_IN_OVER',
        'GATE_MISSING',
        'FLAGGED',
        'NOT_NOW',
      ],
    }),
    getVisit: query({
      access: on('appointment', 'appointmentId', goesToVisit),
      input: closed({ appointmentId: id }),
      output: output<VisitView>(),
      errors: ['SIGNED_OUT'],
    }),
    listTasks: query({
      access: on('patient', 'patientId', { patient: true, relative: 'way', volunteer: 'way' }),
      input: closed({ patientId: id }),
      output: output<readonly Task[]>(),
      errors: ['SIGNED_OUT'],
    }),

    listAreas: query({
      access: staff({ nurse: 'any' }),
      input: closed({}),
      output: output<readonly AreaDesk[]>(),
      errors: [],
    }),
    listAreaQueue: query({
      access: staff({ nurse: 'any' }),
      input: closed({ areaId: id }),
      output: output<AreaQueue>(),
      errors: ['AREA_UNKNOWN'],
    }),
    findPass: query({
      access: staff({ nurse: 'any' }),
      input: closed({ code: text(40) }),
      output: output<PersonAtDesk>(),
      errors: ['PASS_ALTERED', 'PASS_EXPIRED'],
    }),
    /** Everybody of today who has this number in the area: one for each doctor. */
    findByNumber: query({
      access: staff({ nurse: 'any' }),
      input: closed({
        areaId: id,
        queueNumber: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999)),
      }),
      output: output<readonly PersonAtDesk[]>(),
      errors: ['AREA_UNKNOWN'],
    }),
    /** The nurse sees whether somebody is too infirm to wait long, or is an emergency. */
    checkInFor: command({
      access: on('appointment', 'appointmentId', { nurse: 'any' }),
      input: closed({
        requestId,
        appointmentId: id,
        areaId: id,
        priority: v.picklist(['as-booked', 'courtesy', 'emergency']),
      }),
      output: output<VisitView>(),
      errors: [
        'AREA_UNKNOWN',
        'WRONG_AREA',
        'NOT_BOOKED',
        'NOT_TODAY',
        'CHECK_IN_EARLY',
        'CHECK_IN_OVER',
        'GATE_MISSING',
        'FLAGGED',
        'NOT_NOW',
      ],
    }),
    listFlagged: query({
      access: staff({ nurse: 'any' }),
      input: closed({}),
      output: output<readonly FlaggedPerson[]>(),
      errors: [],
    }),
    clearFlag: command({
      access: on('patient', 'patientId', { nurse: 'any' }),
      input: closed({ requestId, patientId: id, reason }),
      output: output<GateStatus>(),
      errors: ['NO_FLAG'],
    }),

    getQueue: query({
      access: on('session', 'sessionId', { doctor: 'own', nurse: 'any' }),
      input: closed({ sessionId }),
      output: output<SessionQueue>(),
      errors: [],
    }),
    /** The first who waits, or a certain one with the reason for it. */
    callNext: command({
      access: on('session', 'sessionId', { doctor: 'own' }),
      input: closed({ requestId, sessionId, appointmentId: v.nullable(id), reason: v.nullable(reason) }),
      output: output<SessionQueue>(),
      errors: ['NOBODY_WAITS', 'CALL_OPEN', 'SKIP_NEEDS_REASON'],
    }),
    /** Called once more: the phone rings again. */
    callAgain: command({
      access: own,
      input: visitCommand,
      output: output<SessionQueue>(),
      errors: ['NOT_NOW'],
    }),
    passPatient: command({
      access: own,
      input: visitCommand,
      output: output<SessionQueue>(),
      errors: ['NOT_NOW'],
    }),
    returnPatient: command({
      access: on('encounter', 'appointmentId', { doctor: 'own', nurse: 'any' }),
      input: visitCommand,
      output: output<SessionQueue>(),
      errors: ['NOT_NOW'],
    }),
    /** Checkpoint 3: the right person has come to the right room. */
    startEncounter: command({
      access: own,
      input: visitCommand,
      output: output<SessionQueue>(),
      errors: ['NOT_NOW'],
    }),
    finishEncounter: command({
      access: own,
      input: visitCommand,
      output: output<SessionQueue>(),
      errors: ['NOT_NOW'],
    }),
    listTransferTargets: query({
      access: own,
      input: closed({ appointmentId: id }),
      output: output<readonly TransferTarget[]>(),
      errors: [],
    }),
    /** To another doctor's queue of today, without a new fee. */
    transferPatient: command({
      access: own,
      input: closed({ requestId, appointmentId: id, sessionId, reason }),
      output: output<SessionQueue>(),
      errors: ['NOT_NOW', 'TRANSFER_IMPOSSIBLE'],
    }),
  },
});
