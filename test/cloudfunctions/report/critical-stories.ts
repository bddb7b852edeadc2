import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ReportRecord } from '../../../cloudfunctions/_store/reports';
import { documentsOf } from '../documents';
import type { HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { roleCode, staffMember } from '../staff-under-test';
import { accepted, refusal } from '../visit-under-test';
import {
  bloodCount,
  drawnOrder,
  listed,
  mailbox,
  numbered,
  numberOf,
  opened,
  submit,
  tasksOf,
  type ReportGround,
} from './report-under-test';

/** What becomes of a report that a doctor must see before its patient does. */
export const criticalStories = (ground: () => ReportGround): void => {
  let hospital: HospitalUnderTest;
  let desk: string;
  let doctor: string;
  beforeAll(() => {
    ({ hospital, desk, doctor } = ground());
  });

  describe('a critical value', () => {
    test('waits for the doctor while it holds a critical value: neither value nor message gets out', async () => {
      const patient = await boundPatient(hospital, 108);
      await drawnOrder(hospital, patient, 'o3');
      const report = { sourceId: 'S3', orderId: 'o3', lineId: 'l1', results: numbered('hgb', 61) };
      expect(await submit(hospital, desk, report)).toMatchObject({
        becomes: 'awaiting-doctor',
        critical: true,
      });
      const [summary] = await listed(hospital, patient);
      expect(summary).toMatchObject({
        state: 'awaiting-doctor',
        abnormal: 0,
        critical: false,
        unread: false,
      });
      const reportId = summary?.reportId ?? '';
      expect(accepted(await opened(hospital, patient, reportId)).results).toEqual([]);
      expect((await mailbox(hospital, patient)).unread).toBe(0);
      expect(await tasksOf(hospital, patient, patient)).not.toContain('read-report');
      const trend = { patientId: patient.patientId, code: 'hgb' };
      expect(refusal(await hospital.ask(patient.openid, 'report', 'getTrend', trend))).toBe('NOT_FOUND');

      const told = accepted(await hospital.ask(doctor, 'message', 'listMessages', {}));
      expect(told.messages).toMatchObject([{ kind: 'critical-reported', fields: { reportId } }]);

      const [line] = accepted(await hospital.ask(doctor, 'report', 'listCritical', {})).lines;
      expect(line).toMatchObject({
        reportId,
        version: 1,
        results: [{ code: 'hgb', level: 'critical-low' }, {}],
      });
      const first = await hospital.ask(doctor, 'report', 'getReport', { reportId });
      expect(accepted(first)).toMatchObject({ critical: true, results: [{ level: 'critical-low' }, {}] });
      const seen = { requestId: newRequest(), reportId, version: 1 };
      const other = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-lu' });
      expect(refusal(await hospital.ask(other, 'report', 'acknowledgeCritical', seen))).toBe('NOT_FOUND');
      expect(refusal(await hospital.ask(other, 'report', 'getReport', { reportId }))).toBe('NOT_FOUND');
      expect(refusal(await hospital.ask(doctor, 'report', 'acknowledgeCritical', seen))).toBe('ACCEPTED');
      expect(refusal(await hospital.ask(doctor, 'report', 'acknowledgeCritical', seen))).toBe('ACCEPTED');
      const again = { ...seen, requestId: newRequest() };
      expect(refusal(await hospital.ask(doctor, 'report', 'acknowledgeCritical', again))).toBe(
        'NOTHING_TO_ACKNOWLEDGE',
      );

      expect(accepted(await opened(hospital, patient, reportId))).toMatchObject({
        state: 'released',
        whatNow: 'see-doctor-now',
      });
      expect(await mailbox(hospital, patient)).toMatchObject({ messages: [{ kind: 'report-ready' }] });
    });
  });

  describe('a correction', () => {
    const amended = { status: 'amended', results: numbered('hgb', 60) } as const;
    const later = (minutes: number) => ({ issuedAt: bloodCount.issuedAt + minutes * 60_000 });
    const waiting = async () =>
      accepted(await hospital.ask(doctor, 'report', 'listCritical', {})).lines.map(
        ({ reportId }) => reportId,
      );

    test('that names the order brings a critical value to its doctor, though the first one named none', async () => {
      const patient = await boundPatient(hospital, 128);
      await drawnOrder(hospital, patient, 'o6');
      await submit(hospital, desk, { sourceId: 'C1', outpatientNumber: await numberOf(hospital, patient) });
      const order = { orderId: 'o6', lineId: 'l1' };
      const done = await submit(hospital, desk, { sourceId: 'C1', ...order, ...amended, ...later(1) });
      expect(done).toMatchObject({ becomes: 'awaiting-doctor' });
      const [{ reportId } = { reportId: '' }] = await listed(hospital, patient);
      expect(await waiting()).toContain(reportId);
    });

    test('that names only the number keeps the order, and with it the doctor', async () => {
      const patient = await boundPatient(hospital, 130);
      await drawnOrder(hospital, patient, 'o7');
      await submit(hospital, desk, { sourceId: 'C2', orderId: 'o7', lineId: 'l1' });
      const outpatientNumber = await numberOf(hospital, patient);
      const done = await submit(hospital, desk, {
        sourceId: 'C2',
        outpatientNumber,
        ...amended,
        ...later(1),
      });
      expect(done).toMatchObject({ becomes: 'awaiting-doctor' });
      const [{ reportId } = { reportId: '' }] = await listed(hospital, patient);
      expect(await waiting()).toContain(reportId);
    });
  });

  describe('a critical value that nobody acknowledges', () => {
    const BAO = { practitionerId: 'dr-bao', clinicId: 'children-general' };
    let administrator: string;
    let colleague: string;
    let stranger: string;
    let strangersGrant: string;
    beforeAll(async () => {
      administrator = await staffMember(hospital, { role: 'administrator' });
      colleague = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-lu' });
      stranger = 'oDoctorBao';
      const { code, grantId } = await roleCode(hospital, { role: 'doctor', practitionerId: 'dr-bao' });
      accepted(await hospital.ask(stranger, 'identity', 'redeemRoleCode', { requestId: newRequest(), code }));
      strangersGrant = grantId;
    });

    /** A critical blood count; answers its id. */
    const lying = async (patient: PatientUnderTest, orderId: string, by?: typeof BAO): Promise<string> => {
      await drawnOrder(hospital, patient, orderId, by);
      const results = numbered('hgb', 61);
      const done = await submit(hospital, desk, { sourceId: orderId, orderId, lineId: 'l1', results });
      return done.state === 'accepted' ? done.reportId : done.state;
    };
    const lineOf = async (openid: string, reportId: string) =>
      accepted(await hospital.ask(openid, 'report', 'listCritical', {})).lines.find(
        (line) => line.reportId === reportId,
      );
    const overview = async (reportId: string) =>
      accepted(await hospital.ask(administrator, 'report', 'listUnacknowledged', {})).lines.find(
        (line) => line.reportId === reportId,
      );
    const timesTold = async (openid: string, reportId: string): Promise<number> => {
      const { messages } = accepted(await hospital.ask(openid, 'message', 'listMessages', {}));
      return messages.filter(
        ({ kind, fields }) => kind === 'critical-reported' && fields.reportId === reportId,
      ).length;
    };
    const everybody = () => [doctor, colleague, stranger, administrator];
    const told = (reportId: string) => Promise.all(everybody().map((one) => timesTold(one, reportId)));
    const remind = () => hospital.cloud.timers.runNow('report-remind-critical');
    const acknowledge = (openid: string, reportId: string, requestId = newRequest()) =>
      hospital.ask(openid, 'report', 'acknowledgeCritical', { requestId, reportId, version: 1 });

    test('reaches its department, then every doctor and the administrator, each told once', async () => {
      const patient = await boundPatient(hospital, 142);
      const reportId = await lying(patient, 'o20');
      expect(await lineOf(colleague, reportId)).toBeUndefined();
      expect(await overview(reportId)).toMatchObject({ reach: 'doctor', practitionerThere: true });
      await remind();
      expect(await told(reportId)).toEqual([1, 0, 0, 0]);

      await hospital.cloud.clock.advance(20 * 60_000);
      await remind();
      await remind();
      expect(await told(reportId)).toEqual([2, 1, 0, 1]);
      expect(await lineOf(colleague, reportId)).toMatchObject({
        standsInFor: '田禾',
        appointmentId: null,
        sourceId: 'o20',
        results: [{ level: 'critical-low' }, {}],
      });
      expect(await lineOf(doctor, reportId)).toMatchObject({ standsInFor: null, appointmentId: 'ao20' });
      expect(await lineOf(stranger, reportId)).toBeUndefined();
      expect(refusal(await acknowledge(stranger, reportId))).toBe('NOT_FOUND');

      await hospital.cloud.clock.advance(20 * 60_000);
      await remind();
      expect(await told(reportId)).toEqual([3, 2, 1, 2]);
      expect(await overview(reportId)).toMatchObject({ practitionerName: '田禾', reach: 'hospital' });
      const requestId = newRequest();
      expect(refusal(await acknowledge(stranger, reportId, requestId))).toBe('ACCEPTED');
      expect(refusal(await acknowledge(stranger, reportId, requestId))).toBe('ACCEPTED');
      expect(refusal(await acknowledge(colleague, reportId))).toBe('NOT_FOUND');
      expect(accepted(await opened(hospital, patient, reportId))).toMatchObject({ state: 'released' });
      expect(await overview(reportId)).toBeUndefined();
      const all = await documentsOf<ReportRecord>(hospital.cloud, 'reports');
      const kept = all.find(({ _id }) => _id === reportId);
      const grants = await documentsOf<{ _id: string; accountId: string }>(hospital.cloud, 'role-grants');
      const whose = grants.find(({ _id }) => _id === strangersGrant)?.accountId;
      expect(kept?.versions[0]?.acknowledgedBy).toBe(whose);
    });

    test('whose doctor lost the role can be acknowledged at once by others, and the next one is not taken in', async () => {
      const patient = await boundPatient(hospital, 144);
      const reportId = await lying(patient, 'o21', BAO);
      expect(await lineOf(doctor, reportId)).toBeUndefined();
      const revoked = { requestId: newRequest(), grantId: strangersGrant };
      accepted(await hospital.ask(administrator, 'identity', 'revokeRole', revoked));
      expect(refusal(await acknowledge(stranger, reportId))).toBe('NOT_FOUND');
      expect(await overview(reportId)).toMatchObject({ practitionerThere: false, reach: 'hospital' });
      await remind();
      expect(await told(reportId)).toEqual([1, 1, 1, 1]);
      expect(await lying(patient, 'o22', BAO)).toBe('quarantined');
      expect(refusal(await acknowledge(doctor, reportId))).toBe('ACCEPTED');
      expect(accepted(await opened(hospital, patient, reportId))).toMatchObject({ state: 'released' });
    });
  });
};
