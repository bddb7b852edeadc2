import type { ConsentView, Family } from '@core/contract/family';
import { DAY_MS, dayOf } from '@core/domain/calendar-day';
import { monthDay, recordedInstant } from '../../../../services/dates';
import { scopeWords } from '../../../../services/scope-words';

/** One consent as a card. */
export interface ConsentRow {
  readonly consentId: string;
  readonly patientId: string;
  readonly who: string;
  readonly what: string;
  readonly until: string;
  readonly state: string;
  readonly tone: 'success' | 'neutral';
  /** Can be ended: it is in force. */
  readonly live: boolean;
  /** What ending it does, on the button. */
  readonly endButton: string;
}

export interface FamilyView {
  readonly given: readonly ConsentRow[];
  readonly received: readonly ConsentRow[];
  readonly people: string;
  readonly full: boolean;
}

const ENDED: Readonly<Record<ConsentView['state'], string>> = {
  'in-force': '有效',
  'not-yet': '还没开始',
  expired: '已到期',
  revoked: '已收回',
};

/** The last day that counts: `until` is its midnight. */
const lastDay = (until: number): string => monthDay(dayOf(until - 1));

function untilWords({ state, until, from }: ConsentView): string {
  if (state !== 'in-force') return `${recordedInstant(from)} 同意的`;
  return until - from <= DAY_MS ? '今天有效，到半夜为止' : `到 ${lastDay(until)} 为止`;
}

const row = (consent: ConsentView, who: string, endButton: string): ConsentRow => ({
  consentId: consent.consentId,
  patientId: consent.patientId,
  who,
  what: scopeWords(consent.scopes),
  until: untilWords(consent),
  state: ENDED[consent.state],
  tone: consent.state === 'in-force' ? 'success' : 'neutral',
  live: consent.state === 'in-force' || consent.state === 'not-yet',
  endButton,
});

export const familyView = ({ given, received, people, maximum }: Family): FamilyView => ({
  given: given.map((one) =>
    row(
      one,
      `${one.maskedRelativeName} 替 ${one.maskedPatientName}`,
      `收回，${one.maskedRelativeName}马上不能再办`,
    ),
  ),
  received: received.map((one) => row(one, one.maskedPatientName, `不再替${one.maskedPatientName}办事`)),
  people: `已绑 ${people} 人，最多 ${maximum} 人`,
  // Somebody whose card is there already may agree anew, however many there are.
  full: people >= maximum && received.length === 0,
});
