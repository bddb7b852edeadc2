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
  /** The consent that can be taken back beside the latest line of who has it; empty elsewhere. */
  readonly consentId: string;
}

export interface AccessDay {
  readonly day: string;
  readonly rows: readonly AccessRow[];
}

interface Group {
  readonly line: AccessLine;
  times: number;
}

/**
 * The lines by day, the latest first. What somebody did again within a minute is one line; what somebody looked at again on the
 * same day is one line with how often.
 */
export function accessDays(
  lines: readonly AccessLine[],
  about: 'looked' | 'acted',
  now: number,
): readonly AccessDay[] {
  const days = new Map<string, Map<string, Group>>();
  for (const line of lines) {
    const day = spokenDay(dayOf(line.at), now);
    const groups = days.get(day) ?? new Map<string, Group>();
    days.set(day, groups);
    const key = keyOf(line, about);
    const group = groups.get(key) ?? { line, times: 0 };
    groups.set(key, { ...group, times: group.times + 1 });
  }
  const offered = new Set<string>();
  return [...days].map(([day, groups]) => ({
    day,
    rows: [...groups].map(([key, group]) => rowOf(key, group, about, offered)),
  }));
}

const wordsOf = ({ action }: AccessLine, about: 'looked' | 'acted'): string =>
  about === 'looked' ? lookWords(action) : actWords(action);

const keyOf = (line: AccessLine, about: 'looked' | 'acted'): string =>
  [about === 'acted' ? shortTime(timeOf(line.at)) : '', whoWords(line), wordsOf(line, about)].join(' ');

function rowOf(
  key: string,
  { line, times }: Group,
  about: 'looked' | 'acted',
  offered: Set<string>,
): AccessRow {
  const consentId = line.consentId !== null && !offered.has(line.consentId) ? line.consentId : '';
  offered.add(consentId);
  const often = about === 'looked' && times > 1 ? `，${String(times)} 次` : '';
  return {
    key,
    time: shortTime(timeOf(line.at)),
    who: whoWords(line),
    what: `${wordsOf(line, about)}${often}`,
    why: whyWords(line),
    consentId,
  };
}
