import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { toFhir } from '../../../core/domain/report/fhir/to-fhir';
import type { PatientRecord } from '../../../cloudfunctions/_store/patients';
import { replaceDocument } from '../billing/bill-under-test';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, refusal } from '../visit-under-test';
import {
  bloodCount,
  DOCTOR,
  drawnOrder,
  listed,
  mailbox,
  numbered,
  opened,
  submit,
} from './report-under-test';

jest.setTimeout(120_000);

let hospital: HospitalUnderTest;
let desk: string;
let doctor: string;

beforeAll(async () => {
  hospital = await openHospitalUnderTest();
  desk = await staffMember(hospital, { role: 'laboratory' });
  doctor = await staffMember(hospital, { role: 'doctor', practitionerId: DOCTOR });
});
afterAll(() => hospital.close());

/** Women by their even serial, as their identity number says. */
const woman = (serial: number): Promise<PatientUnderTest> => boundPatient(hospital, serial);

const numberOf = async ({ openid }: PatientUnderTest): Promise<string> => {
  const me = accepted(await hospital.ask(openid, 'identity', 'getMe', {}));
  return me.patients[0]?.outpatientNumber ?? '';
};

const read = ({ openid }: PatientUnderTest, reportId: string, version: number) =>
  hospital.ask(openid, 'report', 'markSeen', { requestId: newRequest(), reportId, version });

const tasks = async ({ openid }: PatientUnderTest, { patientId }: PatientUnderTest) =>
  accepted(await hospital.ask(openid, 'visit', 'listTasks', { patientId })).map(({ kind }) => kind);

describe('a relative', () => {
  const grant = async (
    mother: PatientUnderTest,
    daughter: PatientUnderTest,
    scopes: ('book' | 'way' | 'reports')[],
  ) =>
    accepted(
      await hospital.ask(mother.openid, 'identity', 'grantConsent', {
        requestId: newRequest(),
        patientId: mother.patientId,
        code: accepted(
          await hospital.ask(daughter.openid, 'identity', 'askRelative', { requestId: newRequest() }),
        ).code,
        scopes,
        days: 30,
      }),
    );
  test('who may read reports is told of them, and reads only for herself', async () => {
    const [mother, daughter, son] = [await woman(132), await woman(134), await woman(136)];
    await grant(mother, daughter, ['reports', 'way']);
    await grant(mother, son, ['book']);
    await submit(hospital, desk, { sourceId: 'F1', outpatientNumber: await numberOf(mother) });
    expect((await mailbox(hospital, daughter)).messages).toMatchObject([
      { kind: 'report-ready', patientId: mother.patientId },
    ]);
    expect((await mailbox(hospital, son)).messages).toEqual([]);
    const [{ reportId } = { reportId: '' }] = await listed(hospital, mother);
    await read(daughter, reportId, 1);
    expect((await mailbox(hospital, daughter)).unread).toBe(0);
    expect((await mailbox(hospital, mother)).unread).toBe(1);
    expect((await listed(hospital, { ...daughter, patientId: mother.patientId }))[0]?.unread).toBe(false);
    expect((await listed(hospital, mother))[0]?.unread).toBe(true);
    expect(await tasks(mother, mother)).toEqual(['read-report']);
    expect(await tasks(daughter, mother)).toEqual([]);
    await read(mother, reportId, 1);
    expect(await tasks(mother, mother)).toEqual([]);
  });
});

describe('a report that comes by the order', () => {
  test('is read by its patient with what each result means, and by nobody else', async () => {
    const patient = await woman(102);
    await drawnOrder(hospital, patient, 'o1');
    const results = numbered('hgb', 98);
    const done = await submit(hospital, desk, { sourceId: 'S1', orderId: 'o1', lineId: 'l1', results });
    expect(done).toMatchObject({ state: 'accepted', becomes: 'released', critical: false });
    const [summary] = await listed(hospital, patient);
    expect(summary).toMatchObject({ title: '血常规', unread: true, abnormal: 1, critical: false });
    const reportId = summary?.reportId ?? '';
    const detail = accepted(await opened(hospital, patient, reportId));
    expect(detail).toMatchObject({
      whatNow: 'see-doctor',
      practitioner: { practitionerId: DOCTOR },
      clinicId: 'family-general',
      results: [
        { code: 'hgb', level: 'low', bounds: { low: 115, high: 150 } },
        { code: 'wbc', level: 'normal' },
      ],
    });
    expect(detail.results[0]?.meaning).toMatch(/贫血/);

    const stranger = await woman(104);
    expect(refusal(await opened(hospital, stranger, reportId))).toBe('NOT_FOUND');
    const theirs = { patientId: patient.patientId };
    expect(refusal(await hospital.ask(stranger.openid, 'report', 'listReports', theirs))).toBe('NOT_FOUND');

    await read(patient, reportId, 2);
    expect((await listed(hospital, patient))[0]).toMatchObject({ unread: true });
    await read(patient, reportId, 1);
    expect((await listed(hospital, patient))[0]).toMatchObject({ unread: false });
  });

  test('tells those who have the card once, however often it is handed in', async () => {
    const patient = await woman(106);
    await drawnOrder(hospital, patient, 'o2');
    const report = { sourceId: 'S2', orderId: 'o2', lineId: 'l1' };
    const input = {
      requestId: newRequest(),
      desk: 'laboratory' as const,
      file: JSON.stringify(toFhir({ ...bloodCount, ...report })),
    };
    const first = accepted(await hospital.ask(desk, 'report', 'submitReport', input));
    expect(accepted(await hospital.ask(desk, 'report', 'submitReport', input))).toEqual(first);
    expect((await submit(hospital, desk, report)).state).toBe('known');
    expect(await mailbox(hospital, patient)).toMatchObject({
      unread: 1,
      messages: [{ kind: 'report-ready', fields: { category: 'laboratory' }, read: false }],
    });
  });

  test('waits for the doctor while it holds a critical value: neither value nor message gets out', async () => {
    const patient = await woman(108);
    await drawnOrder(hospital, patient, 'o3');
    const report = { sourceId: 'S3', orderId: 'o3', lineId: 'l1', results: numbered('hgb', 61) };
    expect(await submit(hospital, desk, report)).toMatchObject({
      becomes: 'awaiting-doctor',
      critical: true,
    });
    const [summary] = await listed(hospital, patient);
    expect(summary).toMatchObject({ state: 'awaiting-doctor', abnormal: 0, critical: false, unread: false });
    const reportId = summary?.reportId ?? '';
    expect(accepted(await opened(hospital, patient, reportId)).results).toEqual([]);
    expect((await mailbox(hospital, patient)).unread).toBe(0);
    expect(await tasks(patient, patient)).not.toContain('read-report');
    const trend = { patientId: patient.patientId, code: 'hgb' };
    expect(refusal(await hospital.ask(patient.openid, 'report', 'getTrend', trend))).toBe('NOT_FOUND');

    const told = accepted(await hospital.ask(doctor, 'message', 'listMessages', {}));
    expect(told.messages).toMatchObject([{ kind: 'critical-reported', fields: { reportId } }]);

    const [line] = accepted(await hospital.ask(doctor, 'report', 'listCritical', {}));
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
    accepted(await hospital.ask(doctor, 'report', 'listCritical', {})).map(({ reportId }) => reportId);

  test('that names the order brings a critical value to its doctor, though the first one named none', async () => {
    const patient = await woman(128);
    await drawnOrder(hospital, patient, 'o6');
    await submit(hospital, desk, { sourceId: 'C1', outpatientNumber: await numberOf(patient) });
    const order = { orderId: 'o6', lineId: 'l1' };
    const done = await submit(hospital, desk, { sourceId: 'C1', ...order, ...amended, ...later(1) });
    expect(done).toMatchObject({ becomes: 'awaiting-doctor' });
    const [{ reportId } = { reportId: '' }] = await listed(hospital, patient);
    expect(await waiting()).toContain(reportId);
  });

  test('that names only the number keeps the order, and with it the doctor', async () => {
    const patient = await woman(130);
    await drawnOrder(hospital, patient, 'o7');
    await submit(hospital, desk, { sourceId: 'C2', orderId: 'o7', lineId: 'l1' });
    const outpatientNumber = await numberOf(patient);
    const done = await submit(hospital, desk, { sourceId: 'C2', outpatientNumber, ...amended, ...later(1) });
    expect(done).toMatchObject({ becomes: 'awaiting-doctor' });
    const [{ reportId } = { reportId: '' }] = await listed(hospital, patient);
    expect(await waiting()).toContain(reportId);
  });
});

describe('the desk’s own form', () => {
  const known = async (openid: string, orderId: string, lineId = 'l1') =>
    await hospital.ask(openid, 'report', 'getDeskReport', { orderId, lineId });

  test('goes on from what was sent, and begins anew after it was taken back', async () => {
    const patient = await woman(138);
    await drawnOrder(hospital, patient, 'o8');
    const order = { orderId: 'o8', lineId: 'l1' };
    const first = accepted(await known(desk, 'o8'));
    expect(first).toMatchObject({ sourceId: 'o8-l1', executedAt: bloodCount.issuedAt, sent: null });
    expect(first).toMatchObject({ maskedPatientName: '试*人', gender: 'female' });
    await submit(hospital, desk, { ...order, sourceId: first.sourceId, results: numbered('hgb', 98) });
    expect(accepted(await known(desk, 'o8'))).toMatchObject({
      sourceId: 'o8-l1',
      sent: {
        status: 'final',
        results: [
          { code: 'wbc', value: 6.1 },
          { code: 'hgb', value: 98 },
        ],
      },
    });
    const later = { issuedAt: bloodCount.issuedAt + 1000 };
    await submit(hospital, desk, { ...order, ...later, sourceId: 'o8-l1', status: 'entered-in-error' });
    const anew = accepted(await known(desk, 'o8'));
    expect(anew).toMatchObject({ sourceId: 'o8-l1-2', sent: null });
    const again = await submit(hospital, desk, { ...order, ...later, sourceId: anew.sourceId });
    expect(again).toMatchObject({ becomes: 'released' });
    expect(await listed(hospital, patient)).toHaveLength(2);
  });

  test('is closed to the other desk, and to lines that are not there', async () => {
    const imaging = await staffMember(hospital, { role: 'imaging' });
    expect(refusal(await known(imaging, 'o8'))).toBe('NOT_FOUND');
    expect(refusal(await known(desk, 'o8', 'l9'))).toBe('NOT_FOUND');
  });
});

describe('a report that comes by the outpatient number', () => {
  test('shows nothing while it is preliminary, then what is final, then what replaces it, then that it is gone', async () => {
    const patient = await woman(110);
    const outpatientNumber = await numberOf(patient);
    const send = (
      status: 'preliminary' | 'final' | 'amended' | 'entered-in-error',
      hgb: number,
      later: number,
    ) =>
      submit(hospital, desk, {
        sourceId: 'S4',
        outpatientNumber,
        status,
        results: numbered('hgb', hgb),
        issuedAt: bloodCount.issuedAt + later,
      });
    const early = await send('preliminary', 61, 0);
    expect(early).toMatchObject({ becomes: 'pending', critical: true });
    const reportId = early.state === 'accepted' ? early.reportId : '';
    expect(refusal(await opened(hospital, patient, reportId))).toBe('NOT_FOUND');
    expect(await tasks(patient, patient)).toEqual([]);
    const trend = { patientId: patient.patientId, code: 'hgb' };
    expect(refusal(await hospital.ask(patient.openid, 'report', 'getTrend', trend))).toBe('NOT_FOUND');
    expect((await mailbox(hospital, patient)).unread).toBe(0);
    expect(await listed(hospital, patient)).toEqual([]);
    await send('final', 128, 1000);
    expect(await listed(hospital, patient)).toMatchObject([{ abnormal: 0, amended: false }]);
    expect(await send('final', 99, 2000)).toMatchObject({ reasons: [{ code: 'ALREADY_FINAL' }] });
    await send('amended', 99, 3000);
    expect(await listed(hospital, patient)).toMatchObject([{ abnormal: 1, amended: true, unread: true }]);
    const noDoctor = { reasons: [{ code: 'NO_DOCTOR' }] };
    expect(await send('amended', 60, 3500)).toMatchObject(noDoctor);
    expect(await send('entered-in-error', 99, 4000)).toMatchObject({ becomes: 'withdrawn', critical: false });
    expect((await send('entered-in-error', 99, 5000)).state).toBe('known');
    const [gone] = await listed(hospital, patient);
    expect(gone).toMatchObject({ state: 'withdrawn', abnormal: 0 });
    const kinds = (await mailbox(hospital, patient)).messages.map(({ kind }) => kind).sort();
    expect(kinds).toEqual(['report-amended', 'report-ready', 'report-withdrawn']);
  });

  test('is listed with those made under the person’s other numbers', async () => {
    const patient = await woman(124);
    const outpatientNumber = await numberOf(patient);
    const all = await documentsOf<PatientRecord>(hospital.cloud, 'patients');
    const record = all.find(({ _id }) => _id === patient.patientId);
    if (!record) throw new Error('No such patient');
    const [number] = record.outpatientNumbers;
    const old = { ...number, number: 'OLD124' };
    const known: { readonly _id: string } = Object.assign(record, { outpatientNumbers: [number, old] });
    await replaceDocument(hospital, 'patients', known);
    await submit(hospital, desk, { sourceId: 'N1', outpatientNumber });
    await submit(hospital, desk, { sourceId: 'N2', outpatientNumber: 'OLD124' });
    const numbers = (await listed(hospital, patient)).map(({ maskedNumber }) => maskedNumber);
    expect(numbers).toHaveLength(2);
    expect(numbers).toContain('OL**24');
  });

  test('draws an item’s values over time', async () => {
    const patient = await woman(112);
    const outpatientNumber = await numberOf(patient);
    for (const [index, hgb] of [104, 112, 121].entries())
      await submit(hospital, desk, {
        sourceId: `T${String(index)}`,
        outpatientNumber,
        results: numbered('hgb', hgb),
        collectedAt: bloodCount.collectedAt - (3 - index) * 30 * 86_400_000,
      });
    const asked = { patientId: patient.patientId, code: 'hgb' };
    const trend = accepted(await hospital.ask(patient.openid, 'report', 'getTrend', asked));
    expect(trend).toMatchObject({
      direction: 'rising',
      points: [{ value: 104 }, { value: 112 }, { value: 121 }],
    });
    const [latest] = await listed(hospital, patient);
    const detail = accepted(await opened(hospital, patient, latest?.reportId ?? ''));
    expect(detail.results.find(({ code }) => code === 'hgb')).toMatchObject({ hasTrend: true });
  });
});

describe('a file that is no report', () => {
  test('is kept aside with its reasons, for the desk that sent it', async () => {
    const patient = await woman(114);
    await drawnOrder(hospital, patient, 'o5');
    const stranger = await numberOf(await woman(116));
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
    expect(await reasons({ sourceId: 'Q5', ...order, issuedAt: bloodCount.issuedAt + 86_400_000 })).toEqual([
      'FROM_THE_FUTURE',
    ]);
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
    const patient = await woman(140);
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
    const outpatientNumber = await numberOf(patient);
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
    const patient = await woman(118);
    const outpatientNumber = await numberOf(patient);
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

describe('beside the message in the mini program', () => {
  const kinds = ['report-ready'] as const;
  const templates = async (openid: string) => {
    const found = accepted(await hospital.ask(openid, 'message', 'listTemplates', {}));
    return found.filter(({ kind }) => kind === 'report-ready').map(({ templateId }) => templateId);
  };
  const sentTo = (openid: string) => hospital.cloud.messages.list().filter((one) => one.openid === openid);

  test('WeChat sends one for each time the person agreed, without a word about the findings', async () => {
    const patient = await woman(120);
    const { openid } = patient;
    const outpatientNumber = await numberOf(patient);
    const tmplIds = await templates(openid);
    const choices = Object.fromEntries(tmplIds.map((id) => [id, 'accept']));
    await hospital.cloud.messages.answer(openid, { tmplIds, choices, keep: false });
    const agreed = { requestId: newRequest(), kinds: [...kinds] };
    for (const repeated of [agreed, agreed])
      accepted(await hospital.ask(openid, 'message', 'recordSubscription', repeated));
    const results = numbered('hgb', 98);
    for (const sourceId of ['W1', 'W2'])
      await submit(hospital, desk, { sourceId, outpatientNumber, results });
    expect(sentTo(openid)).toHaveLength(1);
    expect(sentTo(openid)[0]?.page).toContain('packages/report/pages/report/index?reportId=');
    const said = sentTo(openid)[0]?.data.map(({ value }) => value);
    expect(said).toEqual(['试*人', '化验报告', '2026年03月10日 08:00', '报告出来了，点开看结果']);
    expect((await mailbox(hospital, patient)).unread).toBe(2);
  });

  test('a refusal by WeChat undoes nothing, and is not tried again', async () => {
    const patient = await woman(122);
    const outpatientNumber = await numberOf(patient);
    const agreed = { requestId: newRequest(), kinds: [...kinds] };
    await hospital.ask(patient.openid, 'message', 'recordSubscription', agreed);
    await submit(hospital, desk, { sourceId: 'W3', outpatientNumber });
    expect(sentTo(patient.openid)).toEqual([]);
    const { messages, unread } = await mailbox(hospital, patient);
    expect(unread).toBe(1);
    const [stored] = await documentsOf<{ _id: string; left: object }>(hospital.cloud, 'subscriptions').then(
      (all) => all.filter(({ left }) => JSON.stringify(left) === '{"report-ready":0}'),
    );
    expect(stored).toBeDefined();
    const read = { requestId: newRequest(), messageId: messages[0]?.messageId ?? '' };
    const after = accepted(await hospital.ask(patient.openid, 'message', 'markRead', read));
    expect(after).toEqual({ unread: 0 });
  });
});

test('whoever deletes their data takes messages and the address for WeChat’s messages along', async () => {
  const { openid } = await woman(126);
  await hospital.ask(openid, 'message', 'recordSubscription', {
    requestId: newRequest(),
    kinds: ['report-ready'],
  });
  const before = await documentsOf(hospital.cloud, 'subscriptions');
  accepted(await hospital.ask(openid, 'identity', 'deleteMyData', { requestId: newRequest() }));
  expect(await documentsOf(hospital.cloud, 'subscriptions')).toHaveLength(before.length - 1);
});

test('nothing of what reports say is stored in clear', async () => {
  const stored = JSON.stringify([
    ...(await documentsOf(hospital.cloud, 'reports')),
    ...(await documentsOf(hospital.cloud, 'messages')),
    ...(await documentsOf(hospital.cloud, 'quarantine')),
    ...(await documentsOf(hospital.cloud, 'subscriptions')),
  ]);
  for (const word of ['血常规', '"hgb"', 'resourceType', 'DiagnosticReport', 'oTest_'])
    expect(stored.includes(word)).toBe(false);
});
