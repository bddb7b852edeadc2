import type { AssistanceEnd, AssistanceState } from '@core/domain/identity/assistance';
import * as v from 'valibot';
import { caller, on, staff, VOLUNTEER_SCOPES, type Role, type VolunteerScope } from './access';
import { closed, id, mobilePhone, pairingCode, requestId, text } from './fields';
import type { MandateRefusals, StandingRefusals } from './mandate-refusals';
import { output, proceduresWith } from './procedure';

/** What somebody wants a volunteer for. */
export const HELP_WISHES = ['way', 'register', 'machine', 'phone', 'wheelchair', 'other'] as const;
export type HelpWish = (typeof HELP_WISHES)[number];

export interface HelpRequestView {
  readonly helpRequestId: string;
  readonly wish: HelpWish;
  readonly place: string;
  readonly state: 'open' | 'taken' | 'done' | 'cancelled';
  readonly askedAt: number;
  /** As colleagues call the volunteer who comes; null where nobody does yet. */
  readonly takenLabel: string | null;
}

export interface AssistanceView {
  readonly assistanceId: string;
  readonly state: AssistanceState;
  /** Null before a card is bound. */
  readonly maskedPatientName: string | null;
  readonly volunteerLabel: string;
  readonly purposes: readonly VolunteerScope[];
  readonly askedAt: number;
  readonly answerBy: number;
  /** When it ends by time; null before it runs. */
  readonly expiresAt: number | null;
  readonly endedAt: number | null;
  /** By whose tap it ended; null where it runs, or ended by itself. */
  readonly endedBy: AssistanceEnd | null;
  readonly consentedBy: 'phone' | 'window' | null;
}

/** One that the window opened. */
export interface OpenedAssistance extends AssistanceView {
  /** In full, for the patient to be told: without WeChat nobody else says it, and cash is paid by it. Null where it is gone. */
  readonly outpatientNumber: string | null;
}

export interface AssistanceOfferView {
  readonly purposes: readonly VolunteerScope[];
  readonly minutes: readonly number[];
}

/** What a patient's phone shows about help. */
export interface Help {
  readonly request: HelpRequestView | null;
  /** A volunteer asks: the patient decides. */
  readonly asking: AssistanceView | null;
  readonly running: AssistanceView | null;
  /** The last one of today that is over. */
  readonly last: AssistanceView | null;
  readonly offer: AssistanceOfferView;
}

/** What a volunteer's phone shows. */
export interface VolunteerDesk {
  readonly label: string;
  readonly open: readonly HelpRequestView[];
  /** Taken by this volunteer and not finished. */
  readonly mine: readonly HelpRequestView[];
  readonly current: AssistanceView | null;
  readonly offer: AssistanceOfferView;
}

export interface ShownCode {
  readonly code: string;
  readonly expiresAt: number;
}

/** Something that was looked at or done about a patient. */
export interface AccessLine {
  readonly at: number;
  readonly role: Role | 'anyone' | 'system';
  /** Whether it was this very account. */
  readonly byMe: boolean;
  /** As colleagues or the family call who it was; null where nobody knows a name. */
  readonly label: string | null;
  /** The consent by which a relative did it, where it is still in force and can be taken back. */
  readonly consentId: string | null;
  /** What was done, e.g. `booking.bookSlot`; the phone has the words. */
  readonly action: string;
}

const { command, query } = proceduresWith<MandateRefusals & StandingRefusals>();

const purposes = v.pipe(
  v.array(v.picklist(VOLUNTEER_SCOPES)),
  v.minLength(1),
  v.maxLength(VOLUNTEER_SCOPES.length),
);
const minutes = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1440));
const forVolunteers = staff({ volunteer: 'any' });

/** A volunteer acting for a patient, with the patient's yes. */
export const assistanceProcedures = {
  getHelp: query({ access: caller, input: closed({}), output: output<Help>(), errors: ['SIGNED_OUT'] }),
  requestHelp: command({
    access: caller,
    input: closed({ requestId, wish: v.picklist(HELP_WISHES), place: text(40) }),
    output: output<Help>(),
    errors: ['SIGNED_OUT', 'HELP_ALREADY_ASKED'],
  }),
  cancelHelp: command({
    access: caller,
    input: closed({ requestId, helpRequestId: id }),
    output: output<Help>(),
    errors: ['SIGNED_OUT'],
  }),
  makeHelpCode: command({
    access: caller,
    input: closed({ requestId }),
    output: output<ShownCode>(),
    errors: ['SIGNED_OUT', 'CONSENT_MISSING'],
  }),
  /** The patient's yes to a volunteer who asks: perhaps to less than was asked for. */
  consentToAssistance: command({
    access: caller,
    input: closed({ requestId, assistanceId: id, purposes, minutes }),
    output: output<Help>(),
    errors: ['SIGNED_OUT', 'CONSENT_MISSING', 'ASSISTANCE_OVER', 'ASSISTANCE_TERMS'],
  }),
  declineAssistance: command({
    access: caller,
    input: closed({ requestId, assistanceId: id }),
    output: output<Help>(),
    errors: ['SIGNED_OUT'],
  }),
  /** By the patient, the volunteer, or the window that opened it. */
  endAssistance: command({
    access: caller,
    input: closed({ requestId, assistanceId: id }),
    output: output<null>(),
    errors: ['SIGNED_OUT'],
  }),
  /** What was done in the patient's name. */
  summarizeAssistance: query({
    access: caller,
    input: closed({ assistanceId: id }),
    output: output<{ readonly assistance: AssistanceView; readonly acts: readonly AccessLine[] }>(),
    errors: ['SIGNED_OUT'],
  }),

  getVolunteerDesk: query({
    access: forVolunteers,
    input: closed({}),
    output: output<VolunteerDesk>(),
    errors: [],
  }),
  takeHelpRequest: command({
    access: forVolunteers,
    input: closed({ requestId, helpRequestId: id }),
    output: output<VolunteerDesk>(),
    errors: ['HELP_TAKEN'],
  }),
  finishHelpRequest: command({
    access: forVolunteers,
    input: closed({ requestId, helpRequestId: id }),
    output: output<VolunteerDesk>(),
    errors: [],
  }),
  /** Cannot come after all: somebody else may. */
  returnHelpRequest: command({
    access: forVolunteers,
    input: closed({ requestId, helpRequestId: id }),
    output: output<VolunteerDesk>(),
    errors: [],
  }),
  /** Asks the person whose help code this is. */
  askAssistance: command({
    access: forVolunteers,
    input: closed({ requestId, code: pairingCode, purposes }),
    output: output<AssistanceView>(),
    errors: [
      'PAIRING_UNKNOWN',
      'PAIRING_EXPIRED',
      'PAIRING_USED',
      'PAIRING_OWN',
      'TOO_MANY_ATTEMPTS',
      'ASSISTING_ALREADY',
      'ASSISTANCE_TERMS',
    ],
  }),
  /** Said by the volunteer's phone while it is in use: otherwise the assistance ends. */
  stayWithPatient: command({
    access: forVolunteers,
    input: closed({ requestId, assistanceId: id }),
    output: output<AssistanceView>(),
    errors: ['ASSISTANCE_OVER'],
  }),
  /** Binds the assisted person's own card in their own account. */
  bindForAssisted: command({
    access: forVolunteers,
    input: closed({
      requestId,
      assistanceId: id,
      name: text(50),
      identityNumber: text(32),
      visitedBefore: v.boolean(),
    }),
    output: output<AssistanceView>(),
    errors: [
      'ASSISTANCE_OVER',
      'CARD_BOUND_ALREADY',
      'TOO_MANY_PATIENTS',
      'PHONE_MISSING',
      'NAME_INVALID',
      'IDENTITY_NUMBER_LENGTH',
      'IDENTITY_NUMBER_CHARACTERS',
      'IDENTITY_NUMBER_BIRTH_DATE',
      'IDENTITY_NUMBER_CHECK_DIGIT',
      'SEE_WINDOW',
      'TOO_MANY_ATTEMPTS',
    ],
  }),
  makeBadgeCode: command({
    access: forVolunteers,
    input: closed({ requestId }),
    output: output<ShownCode>(),
    errors: [],
  }),

  /** For a patient without WeChat who shows the card at the window; the volunteer shows the badge code. */
  openAssistanceAtWindow: command({
    access: staff({ window: 'any' }),
    input: closed({
      requestId,
      code: pairingCode,
      name: text(50),
      identityNumber: text(32),
      phone: mobilePhone,
      purposes,
      minutes,
    }),
    output: output<AssistanceView>(),
    errors: [
      'PAIRING_UNKNOWN',
      'PAIRING_EXPIRED',
      'PAIRING_USED',
      'PAIRING_OWN',
      'TOO_MANY_ATTEMPTS',
      'ASSISTANCE_OVER',
      'ASSISTING_ALREADY',
      'ASSISTANCE_TERMS',
      'PERSON_MISMATCH',
      'NAME_INVALID',
      'IDENTITY_NUMBER_LENGTH',
      'IDENTITY_NUMBER_CHARACTERS',
      'IDENTITY_NUMBER_BIRTH_DATE',
      'IDENTITY_NUMBER_CHECK_DIGIT',
    ],
  }),
  /** What this window opened, the latest first. */
  listOpenedAssistances: query({
    access: staff({ window: 'any' }),
    input: closed({}),
    output: output<{ readonly opened: readonly OpenedAssistance[]; readonly offer: AssistanceOfferView }>(),
    errors: [],
  }),

  /** Who looked at a patient's information, or acted for them, the latest first. */
  listAccesses: query({
    access: on('patient', 'patientId', { patient: true }),
    input: closed({ patientId: id, about: v.picklist(['looked', 'acted']) }),
    output: output<readonly AccessLine[]>(),
    errors: [],
  }),
} as const;
