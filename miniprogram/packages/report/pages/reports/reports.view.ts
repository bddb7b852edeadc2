import type { ReportSummary } from '@core/contract/report';
import type { Me, PatientCard } from '@core/contract/identity';
import { spokenInstant } from '../../../../services/dates';
import type { Tone } from '../../../../services/report/result-words';

/** A report in the list. */
export interface ReportRow {
  readonly reportId: string;
  readonly title: string;
  readonly icon: string;
  readonly when: string;
  readonly state: string;
  readonly tone: Tone;
  /** Why nothing of it can be seen yet, or any more; empty where it can. */
  readonly note: string;
  readonly unread: boolean;
  readonly number: string;
}

const ICONS = { laboratory: 'chart-trending-o', imaging: 'photo-o' } as const;

function stateOf({
  state,
  category,
  abnormal,
  critical,
  unjudged,
}: ReportSummary): Pick<ReportRow, 'state' | 'tone' | 'note'> {
  if (state === 'awaiting-doctor')
    return { state: '医生在看', tone: 'neutral', note: '医生看过以后马上给您看。着急可以打电话问。' };
  if (state === 'withdrawn')
    return { state: '已收回', tone: 'neutral', note: '这份不作数，请等医院重新出。' };
  if (critical) return { state: '有要紧的结果 !!', tone: 'danger', note: '' };
  if (abnormal > 0) return { state: `${String(abnormal)} 项不正常 !`, tone: 'warning', note: '' };
  if (unjudged) return { state: '请医生看', tone: 'neutral', note: '' };
  return category === 'imaging'
    ? { state: '看检查提示', tone: 'neutral', note: '' }
    : { state: '都正常 ✓', tone: 'success', note: '' };
}

export const reportRow = (summary: ReportSummary, now: number): ReportRow => ({
  ...stateOf(summary),
  reportId: summary.reportId,
  title: summary.amended ? `${summary.title}（更正）` : summary.title,
  icon: ICONS[summary.category],
  when: spokenInstant(summary.issuedAt, now),
  unread: summary.unread,
  number: summary.maskedNumber === null ? '' : `门诊号 ${summary.maskedNumber}`,
});

/** Whose reports can be chosen. */
export interface PersonChoice {
  readonly patientId: string;
  readonly name: string;
  readonly chosen: boolean;
}

/** One's own card, children and relatives; never the person whom a volunteer helps. */
export const cardsOf = ({ patients }: Me): readonly PatientCard[] => patients.filter(({ mayAct }) => mayAct);

/** Whether a card's reports may be opened: a relative may have agreed to other things only. */
const mayRead = ({ consent }: PatientCard): boolean => consent?.scopes.includes('reports') ?? true;

/** The masked name of somebody who has not agreed to have their reports read; null where they may be. */
export function unreadableName(me: Me, patientId: string): string | null {
  const card = cardsOf(me).find((one) => one.patientId === patientId);
  return card && !mayRead(card) ? card.maskedName : null;
}

export const personChoices = (me: Me, chosen: string): readonly PersonChoice[] =>
  cardsOf(me).map(({ patientId, maskedName }) => ({
    patientId,
    name: maskedName,
    chosen: patientId === chosen,
  }));

/** Whose reports are shown first: those asked for, else the usual card's, else the first that may be read. */
export function firstReader(me: Me, wanted: string | undefined): string {
  const cards = cardsOf(me);
  const asked = cards.find(({ patientId }) => patientId === wanted);
  const usual = cards.find(({ isDefault }) => isDefault);
  return (asked ?? usual ?? cards.find(mayRead) ?? cards[0])?.patientId ?? '';
}
