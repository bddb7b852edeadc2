import type { AccessLine } from '@core/contract/assistance';
import { timeOf, dayOf } from '@core/domain/calendar-day';
import { shortTime, spokenDay } from '../../../../services/dates';
import { actWords, lookWords, whoWords, whyWords } from '../../action-words';

/** A line of who and what. */
export interface AccessRow {
  readonly key: string;
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly why: string;
}

export interface AccessDay {
  readonly day: string;
  readonly rows: readonly AccessRow[];
}

/** The lines by day, the latest first. The same person doing the same thing again within a minute is one line. */
export function accessDays(
  lines: readonly AccessLine[],
  about: 'looked' | 'acted',
  now: number,
): readonly AccessDay[] {
  const days = new Map<string, Map<string, AccessRow>>();
  for (const line of lines) {
    const day = spokenDay(dayOf(line.at), now);
    const rows = days.get(day) ?? new Map<string, AccessRow>();
    const row = rowOf(line, about === 'looked' ? lookWords(line.action) : actWords(line.action));
    if (!rows.has(row.key)) rows.set(row.key, row);
    days.set(day, rows);
  }
  return [...days].map(([day, rows]) => ({ day, rows: [...rows.values()] }));
}

function rowOf(line: AccessLine, what: string): AccessRow {
  const time = shortTime(timeOf(line.at));
  const who = whoWords(line);
  return { key: `${time} ${who} ${what}`, time, who, what, why: whyWords(line) };
}
