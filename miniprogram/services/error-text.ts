import type { AllRefusals, RefusalCode } from '@core/contract/index';
import type { ClientCode, ClientRefusals } from './client-answer';
import { billingTexts } from './refusal-texts/billing-texts';
import { bookingTexts } from './refusal-texts/booking-texts';
import { clientTexts } from './refusal-texts/client-texts';
import { clinicTexts } from './refusal-texts/clinic-texts';
import { identityTexts } from './refusal-texts/identity-texts';
import { reportTexts } from './refusal-texts/report-texts';
import type { RefusalText } from './refusal-texts/refusal-text';
import { visitTexts } from './refusal-texts/visit-texts';

type Details = AllRefusals & ClientRefusals;

/** A text for every code there is: a new code without a text does not compile. */
export type ErrorTexts = {
  readonly [Code in RefusalCode | ClientCode]: (detail: Details[Code]) => RefusalText;
};

export const errorText: ErrorTexts = {
  ...clientTexts,
  ...identityTexts,
  ...bookingTexts,
  ...clinicTexts,
  ...visitTexts,
  ...billingTexts,
  ...reportTexts,
};

/** Any answer that is not ok. */
export interface Refused {
  readonly ok: false;
  readonly error: RefusalCode | ClientCode;
  readonly detail: unknown;
}

/** The words for a refusal. */
export function textOf(refused: Refused): RefusalText {
  // The contract ties each code to its detail; across the union TypeScript cannot follow that.
  const text = errorText[refused.error] as (detail: unknown) => RefusalText;
  return text(refused.detail);
}
