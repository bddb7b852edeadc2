import type { ConsentState } from '@core/domain/identity/consent';
import * as v from 'valibot';
import { caller, on, SCOPES, type Scope } from './access';
import { closed, id, pairingCode, requestId } from './fields';
import type { MandateRefusals, StandingRefusals } from './mandate-refusals';
import { output, proceduresWith } from './procedure';

/** What a relative may be given. Binding one's card is never among it. */
export type FamilyScope = Exclude<Scope, 'bind'>;

/** A code that the relative shows, sends or reads out. It opens nothing: the patient decides on the own phone. */
export interface FamilyInvitation {
  readonly code: string;
  readonly expiresAt: number;
}

/** Who asks, as the patient sees it before deciding. */
export interface InvitationView {
  readonly maskedName: string;
  readonly maskedPhone: string | null;
  readonly expiresAt: number;
  readonly offer: ConsentOfferView;
}

export interface ConsentOfferView {
  readonly scopes: readonly FamilyScope[];
  /** Civil days; 1 ends at midnight. */
  readonly days: readonly number[];
}

export interface ConsentView {
  readonly consentId: string;
  readonly patientId: string;
  readonly maskedPatientName: string;
  readonly maskedRelativeName: string;
  readonly scopes: readonly Scope[];
  readonly from: number;
  /** No longer counts from this instant on. */
  readonly until: number;
  readonly state: ConsentState;
  readonly revokedBy: 'patient' | 'relative' | 'system' | null;
}

export interface Family {
  /** People on this account, and how many there may be. */
  readonly people: number;
  readonly maximum: number;
  /** Who may act for me or for a child of mine, the latest first; also what is over. */
  readonly given: readonly ConsentView[];
  /** For whom I may act. */
  readonly received: readonly ConsentView[];
}

const { command, query } = proceduresWith<MandateRefusals & StandingRefusals>();

/** Adults of a family acting for each other. */
export const familyProcedures = {
  listFamily: query({
    access: caller,
    input: closed({}),
    output: output<Family>(),
    errors: ['SIGNED_OUT', 'CONSENT_MISSING'],
  }),
  /** Makes the code by which the caller asks somebody to be allowed to act for them. */
  askRelative: command({
    access: caller,
    input: closed({ requestId }),
    output: output<FamilyInvitation>(),
    errors: ['SIGNED_OUT', 'CONSENT_MISSING', 'OWN_CARD_MISSING', 'TOO_MANY_PATIENTS'],
  }),
  getInvitation: query({
    access: caller,
    input: closed({ code: pairingCode }),
    output: output<InvitationView>(),
    errors: [
      'SIGNED_OUT',
      'CONSENT_MISSING',
      'PAIRING_UNKNOWN',
      'PAIRING_EXPIRED',
      'PAIRING_USED',
      'PAIRING_OWN',
      'TOO_MANY_ATTEMPTS',
    ],
  }),
  /** The patient's yes, with scope and period. */
  grantConsent: command({
    access: on('patient', 'patientId', { patient: true }),
    input: closed({
      requestId,
      patientId: id,
      code: pairingCode,
      scopes: v.pipe(v.array(v.picklist(SCOPES)), v.minLength(1), v.maxLength(SCOPES.length)),
      days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3660)),
    }),
    output: output<ConsentView>(),
    errors: [
      'SIGNED_OUT',
      'CONSENT_MISSING',
      'PAIRING_UNKNOWN',
      'PAIRING_EXPIRED',
      'PAIRING_USED',
      'PAIRING_OWN',
      'TOO_MANY_ATTEMPTS',
      'RELATIVE_FULL',
      'CONSENT_TERMS',
    ],
  }),
  /** From this instant on the relative can do nothing. The relative's own way out is taking the card off. */
  revokeConsent: command({
    access: on('consent', 'consentId', { patient: true }),
    input: closed({ requestId, consentId: id }),
    output: output<Family>(),
    errors: ['SIGNED_OUT'],
  }),
} as const;
