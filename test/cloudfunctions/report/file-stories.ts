import { beforeAll, describe, expect, test } from '@jest/globals';
import { toFhir } from '../../../core/domain/report/fhir/to-fhir';
import type { HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, refusal } from '../visit-under-test';
import {
  bloodCount,
  drawnOrder,
  listed,
  numbered,
  numberOf,
  submit,
  type ReportGround,
} from './report-under-test';

/** What becomes of files that cannot be taken in as they are. */
export const fileStories = (ground: () => ReportGround): void => {
  let hospital: HospitalUnderTest;
  let desk: string;
  beforeAll(() => {
    ({ hospital, desk } = ground());
  });

  describe('a file that is no report', () => {
    test('is kept aside with its reasons, for the desk that sent it', async () => {
      const patient = await boundPatient(hospital, 114);
      await drawnOrder(hospital, patient, 'o5');
      const stranger = await numberOf(hospital, await boundPatient(hospital, 116));
      const reasons = async (fields: Parameters<typeof submit>[2]) => {
        const answer = await submit(hospital, desk, fields);
        return answer.state === 'quarantined' ? answer.reasons.map(({ code }) => code) : answer.state;
      };
      const order = { orderId: 'o5', lineId: 'l1' };
      expect(await reasons({ sourceId: 'Q1', orderId: 'o9', lineId: 'l1' })).toEqual(['UNKNOWN_ORDER']);
      expect(await reasons({ sourceId: 'Q2', orderId: 'o5', lineId: 'l2' })).toEqual(['NOT_EXECUTED']);
      expect(await reasons({ sourceId: 'Q3', ...order, outpatientNumber: stranger })).toEqual([
        'OTHER_PATIENT',
      ]);
      expect(await reasons({ sourceId: 'Q4', outpatientNumber: '999' })).toEqual(['UNKNOWN_PATIENT']);
      expect(await reasons({ sourceId: 'Q5', ...order, issuedAt: bloodCount.issuedAt + 86_400_000 })).toEqual(
        ['FROM_THE_FUTURE'],
      );
      const before = Date.parse('1901-01-01T08:00:00+08:00');
      expect(await reasons({ sourceId: 'Q8', ...order, collectedAt: before })).toEqual(['OTHER_PATIENT']);
      const after = bloodCount.issuedAt + 3_600_000;
      expect(await reasons({ sourceId: 'Q9', ...order, collectedAt: after })).toEqual(['BAD_TIME']);
      const critical = { outpatientNumber: stranger, results: numbered('hgb', 60) };
      expect(await reasons({ sourceId: 'Q6', ...critical })).toEqual(['NO_DOCTOR']);
      const picture = { category: 'imaging', findings: 'x', impression: 'x', results: [] } as const;
      expect(await reasons({ sourceId: 'Q7', ...order, ...picture })).toEqual(['OTHER_DESK']);

      const waiting = accepted(await hospital.ask(desk, 'report', 'listQuarantine', { desk: 'laboratory' }));
      expect(waiting.map(({ sourceId }) => sourceId)).toEqual(expect.arrayContaining(['Q1', 'Q4', 'Q7']));
      const imaging = { desk: 'imaging' as const };
      expect(refusal(await hospital.ask(desk, 'report', 'listQuarantine', imaging))).toBe('OTHER_DESK');
      const fileId = waiting[0]?.fileId ?? '';
      await hospital.ask(desk, 'report', 'dismissQuarantined', { requestId: newRequest(), fileId });
      const left = accepted(await hospital.ask(desk, 'report', 'listQuarantine', { desk: 'laboratory' }));
      expect(left.map((one) => one.fileId)).not.toContain(fileId);
      expect(await listed(hospital, patient)).toEqual([]);
    });

    test('is taken in by a second try once what it was refused for is put right, and leaves the list', async () => {
      const patient = await boundPatient(hospital, 140);
      const { file, fileId } = await refused(patient);
      const waiting = async () =>
        accepted(await hospital.ask(desk, 'report', 'listQuarantine', { desk: 'laboratory' }));
      const retry = async (by = desk) =>
        await hospital.ask(by, 'report', 'retryQuarantined', { requestId: newRequest(), fileId });
      expect(accepted(await retry())).toMatchObject({ state: 'quarantined', fileId });
      await hospital.ask(desk, 'report', 'dismissQuarantined', { requestId: newRequest(), fileId });
      const input = { requestId: newRequest(), desk: 'laboratory' as const, file };
      accepted(await hospital.ask(desk, 'report', 'submitReport', input));
      expect((await waiting()).map((one) => one.fileId)).toContain(fileId);
      const imaging = await staffMember(hospital, { role: 'imaging' });
      expect(refusal(await retry(imaging))).toBe('NOT_FOUND');
      await drawnOrder(hospital, patient, 'o9later');
      expect(accepted(await retry())).toMatchObject({ state: 'accepted', becomes: 'released' });
      expect((await waiting()).map((one) => one.fileId)).not.toContain(fileId);
      expect(accepted(await retry())).toMatchObject({ state: 'known' });
      expect(await listed(hospital, patient)).toHaveLength(1);
    });

    /** A report for an order that is not there yet. */
    async function refused(patient: PatientUnderTest) {
      const outpatientNumber = await numberOf(hospital, patient);
      const report = { sourceId: 'Q10', outpatientNumber, orderId: 'o9later', lineId: 'l1' };
      const file = JSON.stringify(toFhir({ ...bloodCount, ...report }));
      const input = { requestId: newRequest(), desk: 'laboratory' as const, file };
      const answer = accepted(await hospital.ask(desk, 'report', 'submitReport', input));
      return { file, fileId: answer.state === 'quarantined' ? answer.fileId : '' };
    }

    test.each(
      [
        ['[1,2', 'NOT_JSON'],
        ['{"resourceType":"Patient"}', 'NOT_FHIR'],
        ['{"resourceType":"Bundle","entry":[]}', 'NO_REPORT'],
        ['{"resourceType":"DiagnosticReport","status":{"$ne":1}}', 'NOT_FHIR'],
        ['['.repeat(40_000), 'NOT_JSON'],
      ].map(([file, code]) => ({ file, code })),
    )('of other contents is named $code', async ({ file = '', code }) => {
      const input = { requestId: newRequest(), desk: 'laboratory' as const, file };
      expect(accepted(await hospital.ask(desk, 'report', 'submitReport', input))).toMatchObject({
        state: 'quarantined',
        reasons: [{ code }],
      });
    });

    test('an operator hands files in the same way, with whatever else a laboratory’s system puts into them', async () => {
      const patient = await boundPatient(hospital, 118);
      const outpatientNumber = await numberOf(hospital, patient);
      const bundle = toFhir({ ...bloodCount, sourceId: 'OP1', outpatientNumber }) as { entry: object[] };
      const specimen = { resourceType: 'Specimen', id: 's', type: { text: '静脉血' } };
      const [report, ...rest] = bundle.entry as { resource: object }[];
      const whole = {
        resource: { ...report?.resource, specimen: [{ reference: '#s' }], contained: [specimen] },
      };
      const file = JSON.stringify({ ...bundle, entry: [whole, ...rest, { resource: specimen }] });
      const data = { desk: 'laboratory', file };
      const answer = await hospital.cloud.invoke({ name: 'report-import-report', source: 'console', data });
      expect(answer.result).toMatchObject({ ok: true, value: { state: 'accepted' } });
      expect(await listed(hospital, patient)).toHaveLength(1);
    });
  });
};
