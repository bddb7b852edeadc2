import { ageOn, isCalendarDay, type CalendarDay } from '../calendar-day';
import { accept, refuse, type Result } from '../result';

/** What an identity number of mainland China says of its holder (GB 11643-1999). */
export interface IdentityFacts {
  /** 18 characters, the last one a digit or a capital X. */
  readonly normalized: string;
  readonly birthDate: CalendarDay;
  readonly gender: 'male' | 'female';
}

export interface IdentityNumberFaults {
  IDENTITY_NUMBER_LENGTH: null;
  IDENTITY_NUMBER_CHARACTERS: null;
  IDENTITY_NUMBER_BIRTH_DATE: null;
  IDENTITY_NUMBER_CHECK_DIGIT: null;
}

/** Weights of the first 17 digits and the check characters by remainder (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';
const OLDEST_YEARS = 130;

export function checkCharacterOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** The date of birth as it is written in 18 characters; it may be no day of any calendar. */
export const birthDateIn = (normalized: string): string =>
  `${normalized.slice(6, 10)}-${normalized.slice(10, 12)}-${normalized.slice(12, 14)}`;

/** The 17th digit is odd for men. */
export const genderIn = (normalized: string): 'male' | 'female' =>
  Number(normalized[16]) % 2 === 1 ? 'male' : 'female';

/** Reads what a person typed: blanks between groups and a lower-case x are fine. `today` rules out births to come. */
export function checkIdentityNumber(
  text: string,
  today: CalendarDay,
): Result<IdentityFacts, IdentityNumberFaults> {
  const normalized = text.replace(/[\s-]/g, '').toUpperCase();
  if (normalized.length !== 18) return refuse('IDENTITY_NUMBER_LENGTH', null);
  if (!/^\d{17}[\dX]$/.test(normalized)) return refuse('IDENTITY_NUMBER_CHARACTERS', null);
  const born = birthDateIn(normalized);
  if (!isCalendarDay(born) || born > today || ageOn(born, today) > OLDEST_YEARS) {
    return refuse('IDENTITY_NUMBER_BIRTH_DATE', null);
  }
  if (checkCharacterOf(normalized) !== normalized[17]) return refuse('IDENTITY_NUMBER_CHECK_DIGIT', null);
  return accept({ normalized, birthDate: born, gender: genderIn(normalized) });
}
