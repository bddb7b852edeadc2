import { toFhir, type TypedReport } from '../../../core/domain/report/fhir/to-fhir';
import type { ReportCategory } from '../../../core/domain/report/report';
import { insertDocuments } from '../documents';
import { openHospitalUnderTest, TUESDAY_8_00, type HospitalUnderTest } from '../hospital-under-test';
import { newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted } from '../visit-under-test';

export const DOCTOR = 'dr-tian';

/** The one hospital of the stories about reports, with its laboratory and a doctor. */
export interface ReportGround {
  readonly hospital: HospitalUnderTest;
  readonly desk: string;
  readonly doctor: string;
}

export async function openReportGround(): Promise<ReportGround> {
  const hospital = await openHospitalUnderTest();
  const desk = await staffMember(hospital, { role: 'laboratory' });
  const doctor = await staffMember(hospital, { role: 'doctor', practitionerId: DOCTOR });
  return { hospital, desk, doctor };
}

export const numberOf = async (
  hospital: HospitalUnderTest,
  { openid }: PatientUnderTest,
): Promise<string> => {
  const me = accepted(await hospital.ask(openid, 'identity', 'getMe', {}));
  return me.patients[0]?.outpatientNumber ?? '';
};

/** What a phone says that a patient has to do now, by its kinds. */
export const tasksOf = async (
  hospital: HospitalUnderTest,
  { openid }: PatientUnderTest,
  { patientId }: PatientUnderTest,
) => accepted(await hospital.ask(openid, 'visit', 'listTasks', { patientId })).map(({ kind }) => kind);

/** A blood count of a woman as usual, handed in now. */
export const bloodCount: TypedReport = {
  sourceId: 'LIS-1',
  category: 'laboratory',
  status: 'final',
  title: '血常规',
  outpatientNumber: null,
  orderId: null,
  lineId: null,
  collectedAt: TUESDAY_8_00 - 3_600_000,
  issuedAt: TUESDAY_8_00,
  pregnant: false,
  urgent: false,
  results: [
    { code: 'wbc', name: '白细胞计数', unit: '10^9/L', value: 6.1, text: null },
    { code: 'hgb', name: '血红蛋白', unit: 'g/L', value: 128, text: null },
  ],
  findings: '',
  impression: '',
};

export const numbered = (code: 'wbc' | 'hgb', value: number) =>
  bloodCount.results.map((one) => (one.code === code ? { ...one, value } : one));

/** An order of the doctor with one blood count that was drawn. */
export async function drawnOrder(
  { cloud }: HospitalUnderTest,
  { patientId }: PatientUnderTest,
  orderId: string,
  by = { practitionerId: DOCTOR, clinicId: 'family-general' },
): Promise<void> {
  const line = {
    lineId: 'l1',
    itemId: 'lab-blood',
    name: '血常规',
    category: 'laboratory',
    desk: 'laboratory',
    feeFen: 2000,
    quantity: 1,
    placeId: 'f1-lab',
    preparation: null,
    paid: true,
    cancelledAt: null,
    notDoneAt: null,
    executedAt: TUESDAY_8_00,
    cancelReason: null,
    notDoneReason: null,
  };
  const order = {
    _id: orderId,
    revision: 0,
    patientId,
    accountId: 'a',
    maskedName: 'sealed',
    appointmentId: `a${orderId}`,
    practitionerId: by.practitionerId,
    practitionerName: '田禾',
    clinicId: by.clinicId,
    clinicName: '全科门诊',
    day: '2026-03-10',
    placedAt: TUESDAY_8_00,
    desks: ['laboratory'],
    lines: [
      { ...line, state: 'executed' },
      { ...line, lineId: 'l2', state: 'ordered' },
    ],
    requests: [],
    audit: [],
    outbox: [],
    outboxDueAt: null,
  };
  await insertDocuments(cloud, 'orders', [order]);
}

/** Hands a report in as the desk does. */
export const submit = async (
  hospital: HospitalUnderTest,
  desk: string,
  report: Partial<TypedReport>,
  by: ReportCategory = 'laboratory',
) =>
  accepted(
    await hospital.ask(desk, 'report', 'submitReport', {
      requestId: newRequest(),
      desk: by,
      file: JSON.stringify(toFhir({ ...bloodCount, ...report })),
    }),
  );

export const listed = async (hospital: HospitalUnderTest, { openid, patientId }: PatientUnderTest) =>
  accepted(await hospital.ask(openid, 'report', 'listReports', { patientId }));

export const opened = (hospital: HospitalUnderTest, { openid }: PatientUnderTest, reportId: string) =>
  hospital.ask(openid, 'report', 'getReport', { reportId });

export const mailbox = async (hospital: HospitalUnderTest, { openid }: PatientUnderTest) =>
  accepted(await hospital.ask(openid, 'message', 'listMessages', {}));
