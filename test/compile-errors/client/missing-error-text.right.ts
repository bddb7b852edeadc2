import type { ErrorTexts } from '../../../miniprogram/services/error-text';
import { billingTexts } from '../../../miniprogram/services/refusal-texts/billing-texts';
import { bookingTexts } from '../../../miniprogram/services/refusal-texts/booking-texts';
import { clientTexts } from '../../../miniprogram/services/refusal-texts/client-texts';
import { identityTexts } from '../../../miniprogram/services/refusal-texts/identity-texts';

export const texts: ErrorTexts = { ...clientTexts, ...identityTexts, ...bookingTexts, ...billingTexts };
