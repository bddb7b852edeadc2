import { isCalendarDay, type CalendarDay } from '../../core/domain/calendar-day';
import type { Gender } from './types';

/** GB 11643-1999: weights of the first 17 digits and the check characters by remainder (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

export const checkCharacter = (first17: string): string =>
  CHECK_CHARACTERS.charAt(WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(first17[at]), 0) % 11);

/** What is wrong with a number, or null. */
export function identityNumberFault(value: string): string | null {
  if (!/^\d{17}[\dX]$/.test(value)) return 'must be 17 digits and a check character (digit or X)';
  if (!isCalendarDay(birthDateText(value))) return 'holds no real birth date';
  const expected = checkCharacter(value.slice(0, 17));
  return value.endsWith(expected) ? null : `wrong check character: should be ${expected}`;
}

const birthDateText = (value: string): string =>
  `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;

/** Of a number without fault. */
export const birthDateOf = (value: string): CalendarDay => birthDateText(value) as CalendarDay;

/** The 17th digit: odd for males. Of a number without fault. */
export const genderOf = (value: string): Gender => (Number(value[16]) % 2 === 1 ? 'male' : 'female');
