import type { CalendarDay } from '@core/domain/calendar-day';
import * as v from 'valibot';
import { caller, on, staff, STAFF_ROLES, type Scope, type StaffRole, type VolunteerScope } from './access';
import { assistanceProcedures } from './assistance';
import { familyProcedures } from './family';
import { closed, id, platformCode, requestId, text } from './fields';
import type { MandateRefusals } from './mandate-refusals';
import { defineContext, output, proceduresWith } from './procedure';

/** What a person agreed to, as the hospital wrote it. */
export interface ConsentDocument {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A patient card as its owner sees it: names and numbers masked by the server. */
export interface PatientCard {
  readonly patientId: string;
  readonly maskedName: string;
  readonly maskedIdentityNumber: string;
  /** assisted: the patient for whom a volunteer acts just now. */
  readonly relationship: 'self' | 'child' | 'relative' | 'assisted';
  /** False where a guardianship or a consent is over: the card stays, nothing can be done with it. */
  readonly mayAct: boolean;
  /** What the patient lets the caller do; null for one's own card and a child's. */
  readonly consent: CardConsent | null;
  readonly gender: 'male' | 'female';
  readonly ageYears: number;
  readonly isDefault: boolean;
  /** The number used for the next visit, in full: the owner reads it out at the window. */
  readonly outpatientNumber: string;
  readonly otherNumbers: readonly HistoricalNumber[];
}

/** Until when, and what for, somebody may act with a card that is not their own. */
export interface CardConsent {
  readonly consentId: string;
  readonly scopes: readonly Scope[];
  readonly until: number;
}

/** The patient a volunteer is busy with. */
export interface ActingFor {
  readonly assistanceId: string;
  /** Masked; null before a card is bound. */
  readonly patient: PatientCard | null;
  readonly purposes: readonly VolunteerScope[];
  readonly expiresAt: number;
}

export interface HistoricalNumber {
  /** Stands for the number without spelling it. */
  readonly reference: string;
  readonly maskedNumber: string;
  readonly lastVisit: CalendarDay | null;
}

/** A role that is in force. */
export interface HeldRole {
  readonly role: StaffRole;
  /** Which doctor; null for other roles. */
  readonly practitionerId: string | null;
  /** As colleagues call the holder. */
  readonly label: string;
}

/** A role that was given out, as an administrator sees it. */
export interface RoleLine extends HeldRole {
  readonly grantId: string;
  /** waiting: the code was not entered yet; lapsed: nobody did in time. */
  readonly state: 'waiting' | 'lapsed' | 'in-force' | 'ended' | 'revoked';
  readonly issuedAt: number;
  readonly redeemedAt: number | null;
  readonly revokedAt: number | null;
}

/** The code is shown once and stored nowhere. */
export interface IssuedRoleCode {
  readonly grantId: string;
  readonly code: string;
  readonly expiresAt: number;
}

export interface Me {
  readonly signedIn: boolean;
  /** The current document where it has not been agreed to in its current version, else null. */
  readonly consentWanted: ConsentDocument | null;
  readonly consentGivenAt: number | null;
  readonly maskedPhone: string | null;
  readonly patients: readonly PatientCard[];
  /** What the hospital lets this user do beside being a patient. */
  readonly roles: readonly HeldRole[];
  /** For whom the caller acts as a volunteer now; pages are then about this patient and nobody else. */
  readonly acting: ActingFor | null;
  /** What a person under this age (full years) may be bound as: a child. */
  readonly childBelowYears: number;
}

export type BoundPatient =
  | { readonly state: 'bound'; readonly patient: PatientCard }
  /** Bound; the person has several numbers and chooses the usual one (`chooseOutpatientNumber`). */
  | {
      readonly state: 'choose-number';
      readonly patient: PatientCard;
      readonly numbers: readonly HistoricalNumber[];
    };

export interface DeletionReceipt {
  /** Names of what the law keeps, e.g. payment records, each with the reason in the hospital's words. */
  readonly kept: readonly { readonly what: string; readonly why: string }[];
}

export interface IdentityRefusals extends MandateRefusals {
  SIGNED_OUT: null;
  CONSENT_MISSING: null;
  /** The consent document changed meanwhile: read the new one. */
  CONSENT_OUTDATED: null;
  PHONE_MISSING: null;
  /** WeChat did not accept the code (expired or used). */
  PHONE_CODE_REJECTED: null;
  IDENTITY_NUMBER_LENGTH: null;
  IDENTITY_NUMBER_CHARACTERS: null;
  IDENTITY_NUMBER_BIRTH_DATE: null;
  IDENTITY_NUMBER_CHECK_DIGIT: null;
  NAME_INVALID: null;
  /** Not below the age up to which a child may be bound. */
  CHILD_TOO_OLD: { readonly belowYears: number };
  /** One's own card was bound already, with another identity number. */
  SELF_ALREADY_BOUND: null;
  TOO_MANY_PATIENTS: { readonly maximum: number };
  /** Details cannot be confirmed online; says the same whether or not the person is known. */
  SEE_WINDOW: { readonly place: string; readonly hours: string };
  /** Unknown, used, lapsed or taken back: not told apart. */
  ROLE_CODE_REJECTED: null;
  /** There is no such doctor in the hospital's folder, or a role that names none or must name one. */
  PRACTITIONER_MISMATCH: null;
  TOO_MANY_ATTEMPTS: { readonly retryAt: number };
  /** Live appointments or refunds stand in the way. */
  LIVE_APPOINTMENTS: { readonly count: number };
}

const { command, query } = proceduresWith<IdentityRefusals>();

/** Who the caller is, whom they care for, and what they agreed to. */
export const identity = defineContext({
  name: 'identity',
  procedures: {
    ...familyProcedures,
    ...assistanceProcedures,
    getMe: query({ access: caller, input: closed({}), output: output<Me>(), errors: [] }),
    signIn: command({ access: caller, input: closed({ requestId }), output: output<Me>(), errors: [] }),
    signOut: command({ access: caller, input: closed({ requestId }), output: output<null>(), errors: [] }),
    giveConsent: command({
      access: caller,
      input: closed({ requestId, documentId: id, version: text(32) }),
      output: output<Me>(),
      errors: ['SIGNED_OUT', 'CONSENT_OUTDATED'],
    }),
    withdrawConsent: command({
      access: caller,
      input: closed({ requestId }),
      output: output<Me>(),
      errors: ['SIGNED_OUT', 'LIVE_APPOINTMENTS'],
    }),
    verifyPhone: command({
      access: caller,
      input: closed({ requestId, code: platformCode }),
      output: output<{ readonly maskedPhone: string }>(),
      errors: ['SIGNED_OUT', 'CONSENT_MISSING', 'PHONE_CODE_REJECTED'],
    }),
    bindPatient: command({
      access: caller,
      input: closed({
        requestId,
        name: text(50),
        identityNumber: text(32),
        relationship: v.picklist(['self', 'child']),
        visitedBefore: v.boolean(),
      }),
      output: output<BoundPatient>(),
      errors: [
        'SIGNED_OUT',
        'CONSENT_MISSING',
        'PHONE_MISSING',
        'NAME_INVALID',
        'IDENTITY_NUMBER_LENGTH',
        'IDENTITY_NUMBER_CHARACTERS',
        'IDENTITY_NUMBER_BIRTH_DATE',
        'IDENTITY_NUMBER_CHECK_DIGIT',
        'CHILD_TOO_OLD',
        'SELF_ALREADY_BOUND',
        'TOO_MANY_PATIENTS',
        'SEE_WINDOW',
        'TOO_MANY_ATTEMPTS',
      ],
    }),
    chooseOutpatientNumber: command({
      access: on('patient', 'patientId', { patient: true }),
      input: closed({ requestId, patientId: id, reference: id }),
      output: output<PatientCard>(),
      errors: ['SIGNED_OUT', 'CONSENT_MISSING'],
    }),
    setDefaultPatient: command({
      access: on('patient', 'patientId', { patient: true, relative: 'book' }),
      input: closed({ requestId, patientId: id }),
      output: output<Me>(),
      errors: ['SIGNED_OUT', 'CONSENT_MISSING'],
    }),
    unbindPatient: command({
      access: caller,
      input: closed({ requestId, patientId: id }),
      output: output<Me>(),
      errors: ['SIGNED_OUT', 'LIVE_APPOINTMENTS'],
    }),
    /** Makes the one-time code of a role. The first administrator's comes from the command line. */
    issueRoleCode: command({
      access: staff({ administrator: 'any' }),
      input: closed({
        requestId,
        role: v.picklist(STAFF_ROLES),
        practitionerId: v.nullable(id),
        label: text(20),
      }),
      output: output<IssuedRoleCode>(),
      errors: ['PRACTITIONER_MISMATCH'],
    }),
    /** Binds the role of a code to the caller's WeChat. */
    redeemRoleCode: command({
      access: caller,
      input: closed({ requestId, code: text(16) }),
      output: output<Me>(),
      errors: ['SIGNED_OUT', 'ROLE_CODE_REJECTED', 'TOO_MANY_ATTEMPTS'],
    }),
    /** From this instant on the role can do nothing. */
    revokeRole: command({
      access: staff({ administrator: 'any' }),
      input: closed({ requestId, grantId: id }),
      output: output<readonly RoleLine[]>(),
      errors: [],
    }),
    listRoles: query({
      access: staff({ administrator: 'any' }),
      input: closed({}),
      output: output<readonly RoleLine[]>(),
      errors: [],
    }),
    deleteMyData: command({
      access: caller,
      input: closed({ requestId }),
      output: output<DeletionReceipt>(),
      errors: ['SIGNED_OUT', 'LIVE_APPOINTMENTS'],
    }),
  },
});
