import { newRequest, type PatientUnderTest } from '../../cloudfunctions/patient-under-test';
import { inventedPatient } from './names';
import { arrived, called, inRoom, type Where } from '../../cloudfunctions/clinic/in-room';
import { staffMember } from '../../cloudfunctions/staff-under-test';
import { accepted, paid } from '../../cloudfunctions/visit-under-test';
import type { WeChatUser } from '../stage/open-phone';
import type { Stage } from '../stage/stage';
import { once } from './scene';

/** A doctor's morning: somebody in the room with an order, somebody called, others waiting, a bed and a stop asked for. */
export interface ClinicPeople {
  readonly doctor: WeChatUser;
  readonly nurse: WeChatUser;
  readonly administrator: WeChatUser;
  /** Who is in the room. */
  readonly patient: WeChatUser;
  readonly patientId: string;
  readonly appointmentId: string;
  readonly outpatientNumber: string;
  /** Whose doctor does not come: an administrator has agreed. */
  readonly stopped: WeChatUser;
}

const DOCTOR = 'dr-jiang-caiwei';
const TODAY = `${DOCTOR}_2026-03-10_am`;
const STOPPING = `${DOCTOR}_2026-03-12_am`;
const STOPPED = `${DOCTOR}_2026-03-14_am`;
const at = (start: string): Where => ({ sessionId: TODAY, areaId: 'mz-2f-c', start });

let serial = 0;

const user = (openid: string): WeChatUser => ({ openid, phoneNumber: '19900090960' });

export async function prepareClinic(stage: Stage): Promise<ClinicPeople> {
  const hospital = stage.underTest;
  serial += 10;
  const doctor = await staffMember(hospital, { role: 'doctor', practitionerId: DOCTOR });
  const bound = (offset: number): Promise<PatientUnderTest> => inventedPatient(stage, 760 + serial + offset);
  const patient = await bound(0);
  const appointmentId = await inRoom(hospital, patient, doctor, at('09:00'));
  await order(stage, doctor, appointmentId);
  await called(hospital, await bound(1), doctor, at('09:30'));
  await arrived(hospital, await bound(2), at('09:30'));
  await arrived(hospital, await bound(3), at('10:00'));
  await askForBed(stage, doctor, appointmentId);
  await paid(hospital, await bound(4), STOPPING, '09:00');
  const stop = { requestId: newRequest(), sessionId: STOPPING, reason: '出差、会议' };
  accepted(await hospital.ask(doctor, 'clinic', 'requestStop', stop));
  const administrator = await staffMember(hospital, { role: 'administrator' });
  const stopped = await bound(5);
  await paid(hospital, stopped, STOPPED, '08:00');
  await stopSession(stage, { doctor, administrator });
  const me = accepted(await hospital.ask(patient.openid, 'identity', 'getMe', {}));
  return {
    doctor: user(doctor),
    nurse: user(await staffMember(hospital, { role: 'nurse' })),
    administrator: user(administrator),
    patient: user(patient.openid),
    patientId: patient.patientId,
    appointmentId,
    outpatientNumber: me.patients[0]?.outpatientNumber ?? '',
    stopped: user(stopped.openid),
  };
}

async function order({ underTest }: Stage, doctor: string, appointmentId: string): Promise<void> {
  const items = [
    { itemId: 'lab-ogtt', quantity: 1 },
    { itemId: 'rx-folic-acid', quantity: 2 },
  ];
  const placed = { requestId: newRequest(), appointmentId, items };
  accepted(await underTest.ask(doctor, 'clinic', 'placeOrder', placed));
}

async function askForBed({ underTest }: Stage, doctor: string, appointmentId: string): Promise<void> {
  accepted(
    await underTest.ask(doctor, 'clinic', 'requestAdmission', {
      requestId: newRequest(),
      appointmentId,
      wardId: 'ward-gynecology',
      reason: '复查化疗第 3 次，需要置管维护',
      plannedDay: '2026-03-12' as never,
    }),
  );
}

async function stopSession(
  { underTest }: Stage,
  { doctor, administrator }: { readonly doctor: string; readonly administrator: string },
): Promise<void> {
  const asked = { requestId: newRequest(), sessionId: STOPPED, reason: '生病' };
  const { stopId } = accepted(await underTest.ask(doctor, 'clinic', 'requestStop', asked));
  const yes = { requestId: newRequest(), stopId, decision: 'approve' as const, note: null };
  accepted(await underTest.ask(administrator, 'clinic', 'decideStop', yes));
}

export const clinicPeople = once(({ stage }) => prepareClinic(stage));
