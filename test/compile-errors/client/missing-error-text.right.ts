import type { ErrorTexts } from '../../../miniprogram/services/error-text';
import { billingTexts } from '../../../miniprogram/services/refusal-texts/billing-texts';
import { bookingTexts } from '../../../miniprogram/services/refusal-texts/booking-texts';
import { clientTexts } from '../../../miniprogram/services/refusal-texts/client-texts';
import { clinicTexts } from '../../../miniprogram/services/refusal-texts/clinic-texts';
import { identityTexts } from '../../../miniprogram/services/refusal-texts/identity-texts';
import { reportTexts } from '../../../miniprogram/services/refusal-texts/report-texts';
import { visitTexts } from '../../../miniprogram/services/refusal-texts/visit-texts';

export const texts: ErrorTexts = {
  ...clientTexts,
  ...identityTexts,
  ...bookingTexts,
  ...clinicTexts,
  ...visitTexts,
  ...billingTexts,
  ...reportTexts,
};
