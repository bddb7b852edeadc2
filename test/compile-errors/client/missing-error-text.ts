// TS2740: refusals of the contract that no one has put into words.
import type { ErrorTexts } from '../../../miniprogram/services/error-text';
import { bookingTexts } from '../../../miniprogram/services/refusal-texts/booking-texts';
import { clientTexts } from '../../../miniprogram/services/refusal-texts/client-texts';
import { identityTexts } from '../../../miniprogram/services/refusal-texts/identity-texts';

export const texts: ErrorTexts = { ...clientTexts, ...identityTexts, ...bookingTexts };
