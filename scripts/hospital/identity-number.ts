import { isCalendarDay, type CalendarDay } from '../../core/domain/calendar-day';
import { birthDateIn, checkCharacterOf, genderIn } from '../../core/domain/identity/identity-number';
import type { Gender } from './types';

/** What is wrong with a number in a hospital's folder, or null. Nothing is forgiven there, and no day is today. */
export function identityNumberFault(value: string): string | null {
  if (!/^\d{17}[\dX]$/.test(value)) return 'must be 17 digits and a check character (digit or X)';
  if (!isCalendarDay(birthDateIn(value))) return 'holds no real birth date';
  const expected = checkCharacterOf(value.slice(0, 17));
  return value.endsWith(expected) ? null : `wrong check character: should be ${expected}`;
}

/** Of a number without fault. */
export const birthDateOf = (value: string): CalendarDay => birthDateIn(value) as CalendarDay;

/** Of a number without fault. */
export const genderOf = (value: string): Gender => genderIn(value);
