import type { AccessLine, AssistanceView } from '@core/contract/assistance';
import { MINUTE_MS, timeOf } from '@core/domain/calendar-day';
import { shortTime } from '../../../../services/dates';
import { actWords } from '../../action-words';
import { assistanceCard, type AssistanceCard } from '../../help-words';

/** One thing that was done. */
export interface ActRow {
  readonly key: string;
  readonly time: string;
  readonly what: string;
}

export interface SummaryView {
  readonly card: AssistanceCard;
  readonly acts: readonly ActRow[];
  /** Records reach the log within a minute or two: before that the list may be short. */
  readonly gathering: boolean;
}

const GATHERED_AFTER_MS = 2 * MINUTE_MS;

interface Summary {
  readonly assistance: AssistanceView;
  readonly acts: readonly AccessLine[];
}

export function summaryView({ assistance, acts }: Summary, now: number): SummaryView {
  const { endedAt, expiresAt } = assistance;
  return {
    card: assistanceCard(assistance),
    acts: acts.map(({ at, action }, index) => ({
      key: `${at} ${action} ${index}`,
      time: shortTime(timeOf(at)),
      what: actWords(action),
    })),
    gathering: now - (endedAt ?? expiresAt ?? now) < GATHERED_AFTER_MS,
  };
}
