/** Refusals of acting for somebody else: family consents, assistance by volunteers. */
export interface MandateRefusals {
  /** Who asks needs a card of their own, so that the other one sees who it is. */
  OWN_CARD_MISSING: null;
  PAIRING_UNKNOWN: null;
  PAIRING_EXPIRED: null;
  PAIRING_USED: null;
  /** It must be used on another person's phone. */
  PAIRING_OWN: null;
  /** The relative cares for as many people as the hospital allows. */
  RELATIVE_FULL: { readonly maximum: number };
  /** Scopes or period that the hospital does not offer. */
  CONSENT_TERMS: null;
  /** One request is open already. */
  HELP_ALREADY_ASKED: null;
  /** Another volunteer was first, or the patient took it back. */
  HELP_TAKEN: null;
  /** The volunteer is busy with somebody. */
  ASSISTING_ALREADY: null;
  /** Not waiting or running any more. */
  ASSISTANCE_OVER: null;
  ASSISTANCE_TERMS: null;
  /** The assisted person has a card already. */
  CARD_BOUND_ALREADY: null;
  /** At the window: the register knows this identity number under another name or phone. */
  PERSON_MISMATCH: null;
}

/** What these procedures share with the others of their context. */
export interface StandingRefusals {
  SIGNED_OUT: null;
  CONSENT_MISSING: null;
  PHONE_MISSING: null;
  TOO_MANY_PATIENTS: { readonly maximum: number };
  TOO_MANY_ATTEMPTS: { readonly retryAt: number };
  SEE_WINDOW: { readonly place: string; readonly hours: string };
  NAME_INVALID: null;
  IDENTITY_NUMBER_LENGTH: null;
  IDENTITY_NUMBER_CHARACTERS: null;
  IDENTITY_NUMBER_BIRTH_DATE: null;
  IDENTITY_NUMBER_CHECK_DIGIT: null;
}
