import type { CalendarDay } from '../calendar-day';
import { accept, refuse, type Result } from '../result';
import type { Prove } from './pass-code';

/**
 * What stands behind `AREA:` in the code of a waiting area: its id, and for the code of a day the proof of that day behind an
 * underscore. A printed code is the same for ever, so that a picture of it checks in from home; the code of the day is on the
 * nurse's screen, and yesterday's picture is worth nothing.
 */
export type AreaCodes = 'printed' | 'daily';

export interface AreaCodeBars {
  AREA_UNKNOWN: null;
  /** The hospital checks in by the code of the day, and this is none or another day's. */
  AREA_CODE_OLD: { readonly areaId: string };
}

const MARK = '_';
const PROOF_LENGTH = 6;

const proofOf = (areaId: string, day: CalendarDay, prove: Prove): string =>
  prove(`${areaId}\n${day}`).slice(0, PROOF_LENGTH).toUpperCase();

/** The code of an area on a day. */
export const writeAreaCode = (areaId: string, day: CalendarDay, prove: Prove): string =>
  `${areaId}${MARK}${proofOf(areaId, day, prove)}`;

/** The area that a scanned code means today. A proof that is there must be right, whatever the hospital asks for. */
export function readAreaCode(
  code: string,
  { areaIds, codes }: { readonly areaIds: readonly string[]; readonly codes: AreaCodes },
  today: CalendarDay,
  prove: Prove,
): Result<string, AreaCodeBars> {
  const [areaId = '', proof] = code.split(MARK);
  if (!areaIds.includes(areaId)) return refuse('AREA_UNKNOWN', null);
  const isProven = proof?.toUpperCase() === proofOf(areaId, today, prove);
  const isEnough = isProven || (proof === undefined && codes === 'printed');
  return isEnough ? accept(areaId) : refuse('AREA_CODE_OLD', { areaId });
}
