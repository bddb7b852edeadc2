import type { PatientSummary } from '@core/contract/clinic-views';
import type { GateOutcome } from '@core/domain/visit/gate-rules';
import { recordedInstant, spokenDay } from '../../../../services/dates';
import { OUTCOME_WORD } from '../../../../services/visit/gate-words';

/** The patient at a glance. */
export interface SummaryView {
  readonly name: string;
  /** 女 · 75 岁 */
  readonly line: string;
  readonly gate: string;
  readonly allergies: string;
  readonly allergiesAt: string;
  /** Empty where the patient keeps earlier visits to themselves. */
  readonly visits: readonly { readonly id: string; readonly text: string }[];
  readonly reports: readonly { readonly id: string; readonly text: string; readonly abnormal: boolean }[];
  readonly withheld: boolean;
}

const NOBODY_ASKED = '还没有人问过';

export function summaryView(summary: PatientSummary, now: number): SummaryView {
  const { maskedName, gender, ageYears, gate, allergies, history } = summary;
  return {
    name: maskedName,
    line: `${gender === 'female' ? '女' : '男'} · ${String(ageYears)} 岁`,
    gate: gate === null ? '今天没有预检记录' : OUTCOME_WORD[gate.outcome as GateOutcome],
    allergies: allergies?.text ?? NOBODY_ASKED,
    allergiesAt: allergies === null ? '' : `${recordedInstant(allergies.at)} 记录`,
    visits: (history?.visits ?? []).map(({ appointmentId: id, day, clinicName, practitionerName }) => ({
      id,
      text: `${spokenDay(day, now)} ${clinicName} ${practitionerName}`,
    })),
    reports: (history?.reports ?? []).map(({ reportId: id, at, name, abnormal }) => ({
      id,
      text: `${recordedInstant(at)} ${name}`,
      abnormal,
    })),
    withheld: history === null,
  };
}
