import type { Help } from '@core/contract/assistance';
import type { VolunteerScope } from '@core/contract/access';
import { assistanceCard, requestCard, type AssistanceCard, type RequestCard } from '../../help-words';
import { scopeWords } from '../../../../services/scope-words';
import { minuteWords } from '../../mandate-words';

/** A purpose to tick. */
export interface PurposeChoice {
  readonly value: VolunteerScope;
  readonly title: string;
  readonly ticked: boolean;
}

/** What the patient decides about when a volunteer asks. */
export interface AskingChoice {
  readonly assistanceId: string;
  readonly volunteer: string;
  readonly purposes: readonly PurposeChoice[];
  readonly times: readonly { readonly value: string; readonly title: string }[];
  readonly minutes: string;
}

export interface HelpView {
  readonly request: RequestCard | null;
  readonly running: AssistanceCard | null;
  readonly last: AssistanceCard | null;
}

export const helpView = ({ request, running, last }: Help, now: number): HelpView => ({
  request: request && requestCard(request, now),
  running: running && assistanceCard(running),
  last: last && assistanceCard(last),
});

/** What is asked for is ticked; more cannot be. One that is being decided stays as it was ticked. */
export function askingChoice({ asking, offer }: Help, shown: AskingChoice | null): AskingChoice | null {
  if (asking === null) return null;
  if (shown?.assistanceId === asking.assistanceId) return shown;
  return {
    assistanceId: asking.assistanceId,
    volunteer: asking.volunteerLabel,
    purposes: asking.purposes.map((value) => ({ value, title: scopeWords([value]), ticked: true })),
    times: offer.minutes.map((one) => ({ value: String(one), title: minuteWords(one) })),
    minutes: String(offer.minutes.includes(60) ? 60 : (offer.minutes[0] ?? 30)),
  };
}

export const tickPurpose = (choice: AskingChoice, value: string, ticked: boolean): AskingChoice => ({
  ...choice,
  purposes: choice.purposes.map((one) => (one.value === value ? { ...one, ticked } : one)),
});

export const tickedPurposes = ({ purposes }: AskingChoice): VolunteerScope[] =>
  purposes.filter(({ ticked }) => ticked).map(({ value }) => value);
