import type { AssistanceOfferView, OpenedAssistance } from '@core/contract/assistance';
import type { VolunteerScope } from '@core/contract/access';
import { assistanceCard, type AssistanceCard } from '../../help-words';
import { scopeWords } from '../../../../services/scope-words';
import { minuteWords } from '../../mandate-words';

export interface OpenedRow extends AssistanceCard {
  readonly running: boolean;
  /** To be told to the patient; empty where there is none. */
  readonly number: string;
}

export const openedRows = (opened: readonly OpenedAssistance[]): readonly OpenedRow[] =>
  opened.map((one) => ({
    ...assistanceCard(one),
    running: one.state === 'running',
    number: one.outpatientNumber ?? '',
  }));

/** Purposes the patient may agree to at the window; binding is done there itself. */
export interface PurposeTick {
  readonly value: VolunteerScope;
  readonly title: string;
  readonly ticked: boolean;
}

export const purposeTicks = ({ purposes }: AssistanceOfferView): readonly PurposeTick[] =>
  purposes
    .filter((purpose) => purpose !== 'bind')
    .map((value) => ({ value, title: scopeWords([value]), ticked: true }));

export const timeOptions = ({ minutes }: AssistanceOfferView) =>
  minutes.map((one) => ({ value: String(one), title: minuteWords(one) }));

/** A mobile number as the register keeps it, or what is wrong with it. */
export const phoneError = (phone: string): string =>
  /^1\d{10}$/.test(phone.trim())
    ? ''
    : phone.trim() === ''
      ? '请写手机号，可以是家人的'
      : '手机号是 11 位数字';
