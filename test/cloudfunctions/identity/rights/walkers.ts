import { addDays, dayOf, startOfDay } from '@core/domain/calendar-day';
import { volunteering } from '../../assistance-under-test';
import { documentsOf } from '../../documents';
import type { HospitalUnderTest } from '../../hospital-under-test';
import { boundPatient, newRequest } from '../../patient-under-test';
import { roleCode } from '../../staff-under-test';
import { accepted } from '../../visit-under-test';
import { may, type Rights, type Who } from './model';
import type { Step } from './steps';

/** The hospital says something about one person on the phone of another. */
async function tellOf(hospital: HospitalUnderTest, patientId: string, to: string): Promise<void> {
  type Stored = { readonly _id: string; readonly bindings: readonly { readonly patientId: string }[] };
  const accounts = await documentsOf<Stored>(hospital.cloud, 'accounts');
  const accountId = accounts.find(({ bindings }) => bindings.some((card) => card.patientId === to))?._id;
  const messageId = newRequest();
  const fields = { appointmentId: 'a1', place: '3 诊室', queueNumber: 3 };
  const payload = { messageId, accountId, patientId, kind: 'called-to-room', fields };
  const deliver = { messageId, event: 'message-wanted', payload, at: hospital.cloud.clock.now() };
  await hospital.cloud.invoke({ name: 'message', source: 'wx_client,scf', data: { deliver } });
}

type Answered = Promise<{ readonly ok: boolean }>;

/** Four people on four phones to whom steps happen, and the model beside them. */
export async function walkersIn(hospital: HospitalUnderTest, serial: number, administrator: string) {
  const phones = volunteering(hospital);
  const [patient, relative] = [
    await boundPatient(hospital, serial),
    await boundPatient(hospital, serial + 1),
  ];
  const openid: Record<Who, string> = {
    patient: patient.openid,
    relative: relative.openid,
    helper: `oHelper_${String(serial)}`,
    nurse: `oNurse_${String(serial)}`,
  };
  const { patientId } = patient;
  const rights: Rights = {
    now: hospital.cloud.clock.now(),
    signedIn: { patient: true, relative: true, helper: true, nurse: true },
    agreed: { patient: true, relative: true },
    role: { helper: false, nurse: false },
    consent: null,
    help: null,
  };
  const grantId = { helper: '', nurse: '' };
  let [consentId, assistanceId] = ['none', 'none'];
  const request = () => ({ requestId: newRequest() });
  /** Something that the model says is let through or not. */
  const tried = async (answer: Answered, expected: boolean, what: string): Promise<boolean> => {
    const { ok } = await answer;
    if (ok !== expected) throw new Error(`${what}: ${ok ? 'done' : 'refused'}, against the model`);
    return ok;
  };

  const grant = async (scopes: Extract<Step, { does: 'grant' }>['scopes'], days: number) => {
    const shown = await hospital.ask(openid.relative, 'identity', 'askRelative', request());
    if (!shown.ok) return;
    const terms = { patientId, code: shown.value.code, scopes: [...scopes], days };
    const given = hospital.ask(openid.patient, 'identity', 'grantConsent', { ...request(), ...terms });
    if (!(await tried(given, may.patient(rights), 'grant'))) return;
    consentId = accepted(await given).consentId;
    rights.consent = { scopes, until: startOfDay(addDays(dayOf(rights.now), days)) };
  };
  const help = async (purposes: Extract<Step, { does: 'help' }>['purposes']) => {
    const shown = hospital.ask(openid.patient, 'identity', 'makeHelpCode', request());
    if (!(await tried(shown, may.patient(rights), 'show a help code'))) return;
    const { code } = accepted(await shown);
    const wanted = { ...request(), code, purposes: [...purposes] };
    const asked = hospital.ask(openid.helper, 'identity', 'askAssistance', wanted);
    const mayAsk = rights.signedIn.helper && rights.role.helper && !may.helper(rights);
    if (!(await tried(asked, mayAsk, 'ask to help'))) return;
    ({ assistanceId } = accepted(await asked));
    const terms = { ...request(), assistanceId, purposes: [...purposes], minutes: 30 };
    accepted(await hospital.ask(openid.patient, 'identity', 'consentToAssistance', terms));
    rights.help = { purposes, until: rights.now + 30 * 60_000, seenAt: rights.now };
  };
  const agree = async (who: 'patient' | 'relative', on: boolean) => {
    const { consentWanted } = await phones.me(openid[who]);
    if (on && !consentWanted) return;
    const { id: documentId, version } = consentWanted ?? { id: '', version: '' };
    const answer = on
      ? hospital.ask(openid[who], 'identity', 'giveConsent', { ...request(), documentId, version })
      : hospital.ask(openid[who], 'identity', 'withdrawConsent', request());
    if (!(await tried(answer, rights.signedIn[who], 'agree'))) return;
    rights.agreed[who] = on;
    if (who === 'patient' && !on) [rights.consent, rights.help] = [null, null];
  };
  const sign = async (who: Who, on: boolean) => {
    accepted(await hospital.ask(openid[who], 'identity', on ? 'signIn' : 'signOut', request()));
    rights.signedIn[who] = on;
    if (!on && (who === 'patient' || who === 'helper')) rights.help = null;
  };
  const role = async (who: 'helper' | 'nurse', on: boolean) => {
    if (on === rights.role[who]) return;
    if (!on) {
      accepted(
        await hospital.ask(administrator, 'identity', 'revokeRole', { ...request(), grantId: grantId[who] }),
      );
      if (who === 'helper') rights.help = null;
    } else {
      const issued = await roleCode(hospital, { role: who === 'helper' ? 'volunteer' : 'nurse' });
      const { code } = issued;
      const redeemed = hospital.ask(openid[who], 'identity', 'redeemRoleCode', { ...request(), code });
      if (!(await tried(redeemed, rights.signedIn[who], 'take a role'))) return;
      grantId[who] = issued.grantId;
    }
    rights.role[who] = on;
  };
  const revoke = async () => {
    const answer = hospital.ask(openid.patient, 'identity', 'revokeConsent', { ...request(), consentId });
    if (await tried(answer, may.patient(rights) && consentId !== 'none', 'revoke')) rights.consent = null;
  };
  const takeCardOff = async () => {
    const answer = hospital.ask(openid.relative, 'identity', 'unbindPatient', { ...request(), patientId });
    const isThere = rights.signedIn.relative && rights.consent !== null;
    if (await tried(answer, isThere, 'take the card off')) rights.consent = null;
  };
  const endHelp = async (by: 'patient' | 'helper') => {
    const answer = phones.end(openid[by], assistanceId);
    const isTheirs = rights.signedIn[by] && assistanceId !== 'none';
    if (await tried(answer, isTheirs, 'end the help')) rights.help = null;
  };
  const stay = async () => {
    const answer = hospital.ask(openid.helper, 'identity', 'stayWithPatient', { ...request(), assistanceId });
    if (await tried(answer, may.helper(rights), 'stay'))
      rights.help = rights.help && { ...rights.help, seenAt: rights.now };
  };

  const wait = async (minutes: number) => {
    await hospital.cloud.clock.advance(minutes * 60_000);
    rights.now = hospital.cloud.clock.now();
  };

  const happens = (step: Step): Promise<void> => {
    rights.now = hospital.cloud.clock.now();
    switch (step.does) {
      case 'grant':
        return grant(step.scopes, step.days);
      case 'help':
        return help(step.purposes);
      case 'end-help':
        return endHelp(step.by);
      case 'sign':
        return sign(step.who, step.on);
      case 'agree':
        return agree(step.who, step.on);
      case 'role':
        return role(step.who, step.on);
      case 'wait':
        return wait(step.minutes);
      case 'revoke':
        return revoke();
      case 'take-card-off':
        return takeCardOff();
      case 'stay':
        return stay();
    }
  };
  // Something was said to the relative about the patient, long before anything was allowed.
  await tellOf(hospital, patientId, relative.patientId);
  await role('helper', true);
  await role('nurse', true);
  return { openid, patientId, rights, happens, me: phones.me };
}

export type Walkers = Awaited<ReturnType<typeof walkersIn>>;
