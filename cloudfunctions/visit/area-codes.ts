import { refuse } from '@core/domain/result';
import { dayOf } from '@core/domain/calendar-day';
import { readAreaCode, writeAreaCode } from '@core/domain/visit/area-code';
import { blindIndex } from '../_store/blind-index';
import type { VisitRules } from '../_store/visit-rules';
import { areaView } from './area-view';

const prove = (text: string): string => blindIndex('area-proof', text);

/** What the code on the nurse's screen says today. */
export const areaCodeOfToday = (areaId: string, now: number): string =>
  `AREA:${writeAreaCode(areaId, dayOf(now), prove)}`;

/** The area that a scanned code means today. */
export function areaOfCode(code: string, { areas, areaCodes }: VisitRules, now: number) {
  const areaIds = areas.map(({ areaId }) => areaId);
  const read = readAreaCode(code, { areaIds, codes: areaCodes }, dayOf(now), prove);
  const wanted = read.ok ? read.value : (read.detail?.areaId ?? null);
  const area = areas.find(({ areaId }) => areaId === wanted);
  if (!area) return refuse('AREA_UNKNOWN', null);
  return read.ok ? ({ ok: true, value: area } as const) : refuse('AREA_CODE_OLD', { area: areaView(area) });
}
