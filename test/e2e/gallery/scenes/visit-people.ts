import { newRequest } from '../../../cloudfunctions/patient-under-test';
import { staffMember } from '../../../cloudfunctions/staff-under-test';
import { inventedPatient } from '../names';
import { bookFirst, settle } from '../cast';
import { once, type Ground } from '../scene';
import type { WeChatUser } from '../../stage/open-phone';
import type { Stage } from '../../stage/stage';

const TODAY = { clinicId: 'obs-high-risk', practitionerId: 'dr-shen-zhixia', day: '2026-03-10' };
const SESSION = 'dr-shen-zhixia_2026-03-10_am';
/** Even numbers are women. */
const FIRST_SERIAL = 840;

export interface Visitor {
  readonly user: WeChatUser;
  readonly patientId: string;
  readonly appointmentId: string;
}

async function visitor(stage: Stage, serial: number, birth: string): Promise<Visitor> {
  const patient = await inventedPatient(stage, serial, birth);
  const { appointmentId } = await bookFirst(stage, patient, TODAY);
  await settle(stage, patient.openid, appointmentId);
  const user = { openid: patient.openid, phoneNumber: `1990009${String(serial).padStart(4, '0')}` };
  return { user, patientId: patient.patientId, appointmentId };
}

async function declare(stage: Stage, { user, patientId }: Visitor, yes: string | null): Promise<void> {
  const form = await stage.underTest.ask(user.openid, 'visit', 'getGateForm', {});
  if (!form.ok) throw new Error(form.error);
  const answers = form.value.questions.map(({ questionId }) => ({ questionId, yes: questionId === yes }));
  const said = { version: form.value.version, temperatureTenths: 366, answers };
  const declared = await stage.underTest.ask(user.openid, 'visit', 'declareAtGate', {
    requestId: newRequest(),
    patientId,
    ...said,
  });
  if (!declared.ok) throw new Error(declared.error);
}

async function enter(stage: Stage, { user, patientId }: Visitor): Promise<void> {
  const wish = { requestId: newRequest(), patientId, areaId: 'mz-3f-a' };
  const entered = await stage.underTest.ask(user.openid, 'visit', 'checkInArea', wish);
  if (!entered.ok) throw new Error(entered.error);
}

/** A morning in a waiting area: one is called, two wait, one has a flag, one has only booked. */
async function gather({ stage }: Ground) {
  const people: Visitor[] = [];
  for (const [index, birth] of ['19881201', '19500303', '19930707', '19900101', '19850505'].entries()) {
    people.push(await visitor(stage, FIRST_SERIAL + index * 2, birth));
  }
  const [called, elder, waiting, flagged, expected] = people;
  if (!called || !elder || !waiting || !flagged || !expected) throw new Error('somebody is missing');
  for (const one of [called, elder, waiting]) {
    await declare(stage, one, one === elder ? null : one === called ? 'pregnant' : null);
    await enter(stage, one);
  }
  await declare(stage, flagged, 'contact');
  const doctor = { openid: 'oGallery_visit_doctor', phoneNumber: '19900007202' };
  const { practitionerId } = TODAY;
  await staffMember(stage.underTest, { role: 'doctor', practitionerId, openid: doctor.openid });
  const first = await stage.underTest.ask(doctor.openid, 'visit', 'callNext', {
    requestId: newRequest(),
    sessionId: SESSION,
    appointmentId: null,
    reason: null,
  });
  if (!first.ok) throw new Error(first.error);
  const nurse = { openid: 'oGallery_nurse', phoneNumber: '19900007201' };
  await staffMember(stage.underTest, { role: 'nurse', openid: nurse.openid });
  return { called, elder, waiting, flagged, expected, nurse, doctor };
}

export const visitPeople = once(gather);
