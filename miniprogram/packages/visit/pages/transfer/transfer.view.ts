import type { TransferTarget } from '@core/contract/visit-views';
import { spokenRange } from '../../../../services/dates';

/** The sessions of today to which the patient may be sent on. */
export const targetChoices = (targets: readonly TransferTarget[]) =>
  targets.map(({ sessionId, clinicName, practitionerName, place, start, end }) => ({
    value: sessionId,
    title: `${clinicName} · ${practitionerName}`,
    note: `${spokenRange(start, end)} · ${place}`,
  }));

export const REASONS = ['病情属于那个门诊', '挂错了号', '需要专家看'].map((value) => ({
  value,
  title: value,
}));
