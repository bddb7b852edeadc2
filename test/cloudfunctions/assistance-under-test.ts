import type { HospitalUnderTest } from './hospital-under-test';
import { newRequest, type PatientUnderTest } from './patient-under-test';
import { staffMember } from './staff-under-test';
import { accepted } from './visit-under-test';

export const PURPOSES: ('bind' | 'book' | 'way')[] = ['book', 'way'];

/** What patients and volunteers do with each other, as their phones do. */
export function volunteering(hospital: HospitalUnderTest) {
  const codeOf = async (openid: string) =>
    accepted(await hospital.ask(openid, 'identity', 'makeHelpCode', { requestId: newRequest() })).code;
  const ask = (openid: string, code: string, purposes = PURPOSES, requestId = newRequest()) =>
    hospital.ask(openid, 'identity', 'askAssistance', { requestId, code, purposes });
  const agree = (openid: string, assistanceId: string, more: { minutes?: number } = {}) =>
    hospital.ask(openid, 'identity', 'consentToAssistance', {
      requestId: newRequest(),
      assistanceId,
      purposes: PURPOSES,
      minutes: 30,
      ...more,
    });
  const end = (openid: string, assistanceId: string) =>
    hospital.ask(openid, 'identity', 'endAssistance', { requestId: newRequest(), assistanceId });
  const me = async (openid: string) => accepted(await hospital.ask(openid, 'identity', 'getMe', {}));
  const volunteer = () => staffMember(hospital, { role: 'volunteer' });
  /** A volunteer who runs with the patient's yes. */
  const running = async (patient: PatientUnderTest, openid?: string) => {
    const helper = openid ?? (await volunteer());
    const { assistanceId } = accepted(await ask(helper, await codeOf(patient.openid)));
    accepted(await agree(patient.openid, assistanceId));
    return { helper, assistanceId };
  };
  return { codeOf, ask, agree, end, me, volunteer, running };
}
