import type { VolunteerDesk } from '@core/contract/assistance';
import type { VolunteerScope } from '@core/contract/access';
import { assistanceCard, requestCard, type AssistanceCard, type RequestCard } from '../../help-words';
import { scopeWords } from '../../../../services/scope-words';

export interface VolunteerView {
  readonly label: string;
  readonly open: readonly RequestCard[];
  readonly mine: readonly RequestCard[];
  /** Whom the volunteer acts for, or has asked; null where the last one is over. */
  readonly current: AssistanceCard | null;
  readonly state: 'free' | 'asked' | 'running';
  readonly mayBind: boolean;
  readonly mayBook: boolean;
  readonly hasCard: boolean;
  /** How the last one ended; empty where none did. */
  readonly ended: string;
}

export function volunteerView({ label, open, mine, current }: VolunteerDesk, now: number): VolunteerView {
  const state = current?.state === 'asked' || current?.state === 'running' ? current.state : 'free';
  const hasCard = current?.maskedPatientName != null;
  const may = (purpose: VolunteerScope) =>
    state === 'running' && (current?.purposes.includes(purpose) ?? false);
  return {
    label,
    open: open.map((one) => requestCard(one, now)),
    mine: mine.map((one) => requestCard(one, now)),
    current: state === 'free' || current === null ? null : assistanceCard(current),
    state,
    mayBind: may('bind') && !hasCard,
    mayBook: may('book') && hasCard,
    hasCard,
    ended: state === 'free' && current !== null ? assistanceCard(current).ended : '',
  };
}

/** What a volunteer asks for, to be ticked before scanning. */
export interface WantedPurpose {
  readonly value: VolunteerScope;
  readonly title: string;
  readonly ticked: boolean;
}

export const wantedPurposes = (
  { offer }: VolunteerDesk,
  shown: readonly WantedPurpose[],
): readonly WantedPurpose[] =>
  offer.purposes.map((value) => ({
    value,
    title: scopeWords([value]),
    ticked: shown.find((one) => one.value === value)?.ticked ?? true,
  }));

export const ticked = (wanted: readonly WantedPurpose[]): VolunteerScope[] =>
  wanted.filter((one) => one.ticked).map(({ value }) => value);
