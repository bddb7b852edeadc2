import type { PatientCard } from '@core/contract/identity';
import { failedState, type LoadState } from '../load-state';
import { defaultPatient, missingStep, patientsOf, refreshMe } from '../session';

/** About whom a page of the visit is; `patient` is null for somebody who is none of the caller's own people. */
export type PagePerson =
  | { readonly patientId: string; readonly patient: PatientCard | null; readonly all: readonly PatientCard[] }
  | { readonly load: LoadState };

const NOBODY: LoadState = {
  state: 'empty',
  text: {
    title: '先绑定就诊人',
    reason: '绑好就能填预检、报到、看排队。',
    next: '',
    action: { label: '去绑定', kind: 'bind' },
  },
};

/** The patient whom the address names, else the usual one of those the caller may act for. */
export async function pagePerson(wanted: string): Promise<PagePerson> {
  const answer = await refreshMe();
  if (!answer.ok) return { load: failedState(answer) };
  if (missingStep(answer.value) === 'sign-in') {
    return { load: failedState({ ok: false, error: 'SIGNED_OUT', detail: null }) };
  }
  const all = patientsOf(answer.value);
  const named = all.find(({ patientId }) => patientId === wanted) ?? null;
  if (wanted !== '') return { patientId: wanted, patient: named, all };
  const usual = defaultPatient(answer.value);
  return usual === null ? { load: NOBODY } : { patientId: usual.patientId, patient: usual, all };
}
