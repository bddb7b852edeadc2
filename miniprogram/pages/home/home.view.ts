import type { Me } from '@core/contract/identity';
import { defaultPatient, missingStep, patientsOf } from '../../services/identity-step';
import { patientCardView, type PatientCardView } from '../../services/patient-card.view';

/** Who this is about: a card, or the way to one. */
export interface WhoView {
  readonly card: PatientCardView | null;
  readonly others: number;
  readonly invitation: { readonly title: string; readonly text: string; readonly button: string } | null;
}

const INVITATIONS = {
  'sign-in': { text: '绑好就能挂号、付费。用微信登录，不用密码。', button: '登录并绑定' },
  consent: { text: '绑好就能挂号、付费。绑定前先请您看一份说明。', button: '去绑定' },
  card: { text: '绑好就能挂号、付费。本人和未满 14 岁的孩子都可以。', button: '去绑定' },
} as const;

export function whoView(me: Me): WhoView {
  const missing = missingStep(me);
  const patient = defaultPatient(me);
  if (patient === null || missing === 'sign-in') {
    const { text, button } = INVITATIONS[missing ?? 'card'];
    const words = missing === 'card' ? text.replace('14', String(me.childBelowYears)) : text;
    return { card: null, others: 0, invitation: { title: '先绑定就诊人', text: words, button } };
  }
  return { card: patientCardView(patient), others: patientsOf(me).length - 1, invitation: null };
}
