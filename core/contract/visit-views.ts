import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { EncounterState } from '@core/domain/visit/encounter';
import type { ExpectedWait } from '@core/domain/visit/expected-wait';
import type { FlagOutcome, GateOutcome, GateQuestion } from '@core/domain/visit/gate-rules';
import type { AheadBecause } from '@core/domain/visit/queue-explanation';
import type { Priority } from '@core/domain/visit/queue-rules';
import type { Clause } from './booking';

/** What is asked at the gate. */
export interface GateForm {
  readonly version: string;
  readonly feverTenths: number;
  readonly lowestTenths: number;
  readonly highestTenths: number;
  readonly questions: readonly GateQuestion[];
}

/** Where the gate sends those who may not go to an ordinary clinic. */
export interface Destination {
  readonly name: string;
  readonly place: string;
  readonly placeId: string;
  readonly phone: string | null;
}

export interface FlagView {
  readonly outcome: FlagOutcome;
  /** Epoch milliseconds; from then on nothing is barred. */
  readonly until: number;
  readonly where: Destination;
}

/** Kept away from ordinary clinics: the hospital's clause, until when, and where to go instead. */
export interface FlagRefusal {
  readonly clause: Clause;
  readonly outcome: FlagOutcome;
  readonly until: number;
  readonly where: Destination;
}

/** Checkpoint 1 of today. */
export interface GateStatus {
  readonly patientId: string;
  readonly maskedName: string;
  readonly day: CalendarDay;
  /** Null where nothing was declared today. */
  readonly outcome: GateOutcome | null;
  readonly declaredAt: number | null;
  readonly declaredBy: 'self' | 'nurse' | null;
  /** 16 letters and digits, once something was declared today. Behind `PASS:` it is what the QR code says. */
  readonly pass: string | null;
  readonly flag: FlagView | null;
  /** Where to go instead; null where nothing bars the way. */
  readonly where: Destination | null;
}

/** One waiting area: what its nurse looks after and what its code on the wall names. */
export interface AreaView {
  readonly areaId: string;
  readonly name: string;
  readonly place: string;
  readonly placeId: string;
}

/** An area as its nurse sees it. */
export interface AreaDesk extends AreaView {
  /** What the code on her screen says today, with its `AREA:`. */
  readonly codeOfToday: string;
}

/** Somebody before the nurse, by as much as the nurse must know. */
export interface PersonAtDesk {
  readonly gate: GateStatus;
  readonly gender: 'male' | 'female';
  readonly ageYears: number;
  readonly appointments: readonly {
    readonly appointmentId: string;
    readonly clinicName: string;
    readonly practitionerName: string;
    readonly areaId: string | null;
    readonly areaName: string | null;
    readonly start: ClockTime;
    readonly end: ClockTime;
    readonly queueNumber: number;
    /** Null before check-in. */
    readonly state: EncounterState | null;
  }[];
}

/** Somebody in a queue, as staff see them. */
export interface QueuedPerson {
  readonly appointmentId: string;
  readonly queueNumber: number;
  readonly maskedName: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly state: EncounterState;
  readonly priority: Priority;
  readonly arrivedAt: number;
  readonly late: boolean;
  readonly passes: number;
  /** Why they wait anew; null the first time. */
  readonly again: 'passed' | 'returned' | 'transferred' | null;
  /** From which clinic they were sent here. */
  readonly transferredFrom: string | null;
}

/** A session's queue as its doctor sees it. */
export interface SessionQueue {
  readonly sessionId: string;
  readonly clinicId: string;
  readonly clinicName: string;
  readonly place: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly inRoom: readonly QueuedPerson[];
  readonly called: readonly QueuedPerson[];
  /** In the order in which they will be called. */
  readonly waiting: readonly QueuedPerson[];
  readonly passed: readonly QueuedPerson[];
  /** Sent elsewhere by the gate since they came: not called until a nurse has cleared them. */
  readonly held: readonly QueuedPerson[];
  readonly finished: readonly QueuedPerson[];
}

export interface AreaQueue {
  readonly area: AreaView;
  readonly sessions: readonly (SessionQueue & { readonly practitionerName: string })[];
}

/** A person of the fever register. */
export interface FlaggedPerson {
  readonly patientId: string;
  readonly maskedName: string;
  readonly outcome: FlagOutcome;
  readonly since: number;
  readonly until: number;
}

/** Where the doctor may send a patient on to, free of charge. */
export interface TransferTarget {
  readonly sessionId: string;
  readonly clinicName: string;
  readonly practitionerName: string;
  readonly place: string;
  readonly start: ClockTime;
  readonly end: ClockTime;
}

/** A visit of today as the patient's phone shows it. */
export interface VisitView {
  readonly appointmentId: string;
  /** Stopped: the doctor does not come. Ended: cancelled or given back. Past: its day is over and nobody was seen. */
  readonly standing: 'booked' | 'unpaid' | 'stopped' | 'ended' | 'past';
  readonly patientId: string;
  readonly maskedName: string;
  readonly clinicName: string;
  readonly practitionerName: string;
  readonly practitionerTitle: string;
  readonly day: CalendarDay;
  readonly start: ClockTime;
  readonly end: ClockTime;
  readonly queueNumber: number;
  /** The doctor's room, in the hospital's words. */
  readonly place: string;
  readonly area: AreaView | null;
  /** Null before check-in. */
  readonly state: EncounterState | null;
  readonly priority: Priority;
  readonly late: boolean;
  /** Number being served: called or in the room; null where nobody is. */
  readonly serving: number | null;
  /** Null unless waiting. */
  readonly ahead: {
    readonly people: number;
    readonly because: readonly { readonly why: AheadBecause; readonly people: number }[];
  } | null;
  /** Have booked before this one and have not checked in: who comes in time is called first. */
  readonly yetToCome: number;
  readonly wait: ExpectedWait | null;
  readonly again: 'passed' | 'returned' | 'transferred' | null;
  /** The visit was taken over from another clinic. */
  readonly transferredFrom: string | null;
  readonly checkpoints: readonly {
    readonly step: 1 | 2 | 3;
    readonly at: number;
    readonly by: 'self' | 'nurse' | 'doctor';
  }[];
}
