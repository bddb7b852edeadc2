import type { CalendarDay, ClockTime } from '@core/domain/calendar-day';
import type { AdmissionState } from '@core/domain/clinic/admission';
import { MESSAGE_KINDS, type MessageKind } from '@core/domain/message/message-kinds';
import type { Fen } from '@core/domain/money';
import type { ReportCategory } from '@core/domain/report/report';
import * as v from 'valibot';
import { anyone, caller } from './access';
import type { Alternative } from './booking';
import { closed, id, requestId } from './fields';
import { defineContext, output, proceduresWith } from './procedure';

/**
 * What the hospital tells a person, kind → fields. The phone has the words (`message-words.ts`: a kind without words does
 * not compile); fields are data only and hold no name, number or finding.
 */
export interface MessageFields extends Record<MessageKind, object> {
  /** A report may be read now. */
  'report-ready': { readonly reportId: string; readonly category: ReportCategory };
  /** A report that could be read was replaced by a corrected one. */
  'report-amended': { readonly reportId: string; readonly category: ReportCategory };
  /** A report that could be read was taken back: it was not this person's, or wrong. */
  'report-withdrawn': { readonly reportId: string; readonly category: ReportCategory };
  /** A report holds a critical value and waits for a doctor: to who may acknowledge it, late also to administrators. */
  'critical-reported': { readonly reportId: string };
  /** The doctor's session does not take place; everything paid goes back. */
  'session-stopped': {
    readonly appointmentId: string;
    readonly clinicId: string;
    readonly clinicName: string;
    readonly practitionerName: string;
    readonly day: CalendarDay;
    readonly start: ClockTime;
    readonly refundFen: Fen;
    /** Where cash lies ready; null where what was paid goes back by itself. */
    readonly cashAt: string | null;
    /** Seats that were free when this was said: the same doctor's first, each by nearness in time. */
    readonly alternatives: readonly Alternative[];
  };
  /** A doctor added a seat: it waits for its payment until `expiresAt`; null where it costs nothing. */
  'add-on-granted': {
    readonly appointmentId: string;
    readonly clinicName: string;
    readonly practitionerName: string;
    readonly day: CalendarDay;
    readonly start: ClockTime;
    readonly expiresAt: number | null;
  };
  /** The way to a bed has come to another state. */
  'admission-changed': {
    readonly admissionId: string;
    readonly state: AdmissionState;
    readonly ward: string;
    readonly placeId: string;
    readonly plannedDay: CalendarDay;
  };
  /** The doctor calls: it is their turn now. */
  'called-to-room': {
    readonly appointmentId: string;
    readonly place: string;
    readonly queueNumber: number;
  };
}

/** One kind with its own fields. */
export type Said<Kind extends MessageKind = MessageKind> = {
  [Name in Kind]: { readonly kind: Name; readonly fields: MessageFields[Name] };
}[Kind];

/**
 * What a context asks for with the event `message-wanted`. The same `messageId` is stored once: make it from the cause and
 * the account, e.g. `report-ready-<reportId>-<accountId>`.
 */
export type WantedMessage = Said & {
  readonly messageId: string;
  readonly accountId: string;
  /** Whom it is about; it is no longer shown once that card is unbound. Null where it is about nobody's data. */
  readonly patientId: string | null;
};

export type MessageView = Said & {
  readonly messageId: string;
  readonly patientId: string | null;
  readonly maskedPatientName: string | null;
  readonly at: number;
  readonly read: boolean;
};

export interface Mailbox {
  readonly unread: number;
  /** The latest hundred, newest first. */
  readonly messages: readonly MessageView[];
}

/** A WeChat subscription message that a person may agree to in a tap. */
export interface SubscribeTemplate {
  readonly kind: MessageKind;
  readonly templateId: string;
}

export interface MessageRefusals {
  SIGNED_OUT: null;
}

const { command, query } = proceduresWith<MessageRefusals>();
const kinds = v.pipe(v.array(v.picklist(MESSAGE_KINDS)), v.minLength(1), v.maxLength(MESSAGE_KINDS.length));

/** What the hospital has to say to a person, kept here; also sent by WeChat where they agreed. */
export const message = defineContext({
  name: 'message',
  procedures: {
    listMessages: query({
      access: caller,
      input: closed({}),
      output: output<Mailbox>(),
      errors: ['SIGNED_OUT'],
    }),
    countUnread: query({
      access: caller,
      input: closed({}),
      output: output<{ readonly unread: number }>(),
      errors: ['SIGNED_OUT'],
    }),
    /** One that is not the caller's is left alone; the answer says how many are still unread. */
    markRead: command({
      access: caller,
      input: closed({ requestId, messageId: id }),
      output: output<{ readonly unread: number }>(),
      errors: ['SIGNED_OUT'],
    }),
    markAllRead: command({
      access: caller,
      input: closed({ requestId }),
      output: output<{ readonly unread: number }>(),
      errors: ['SIGNED_OUT'],
    }),
    listTemplates: query({
      access: anyone,
      input: closed({}),
      output: output<readonly SubscribeTemplate[]>(),
      errors: [],
    }),
    /** The person agreed to one WeChat message of each of these kinds. */
    recordSubscription: command({
      access: caller,
      input: closed({ requestId, kinds }),
      output: output<null>(),
      errors: ['SIGNED_OUT'],
    }),
  },
});
