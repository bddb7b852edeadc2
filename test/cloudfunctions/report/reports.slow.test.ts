import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { toFhir } from '../../../core/domain/report/fhir/to-fhir';
import type { PatientRecord } from '../../../cloudfunctions/_store/patients';
import { replaceDocument } from '../billing/bill-under-test';
import { documentsOf } from '../documents';
import type { HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, refusal } from '../visit-under-test';
import { criticalStories } from './critical-stories';
import { fileStories } from './file-stories';
import {
  bloodCount,
  DOCTOR,
  drawnOrder,
  listed,
  mailbox,
  numbered,
  numberOf,
  opened,
  openReportGround,
  submit,
  tasksOf,
  type ReportGround,
} from './report-under-test';

jest.setTimeout(120_000);

let ground: ReportGround;
let hospital: HospitalUnderTest;
let desk: string;

beforeAll(async () => {
  ground = await openReportGround();
  ({ hospital, desk } = ground);
});
afterAll(() => hospital.close());

/** Women by their even serial, as their identity number says. */
const woman = (serial: number): Promise<PatientUnderTest> => boundPatient(hospital, serial);

const read = ({ openid }: PatientUnderTest, reportId: string, version: number) =>
  hospital.ask(openid, 'report', 'markSeen', { requestId: newRequest(), reportId, version });

const undo = async (orderId: string) =>
  refusal(
    await hospital.ask(desk, 'clinic', 'undoExecuted', { requestId: newRequest(), orderId, lineId: 'l1' }),
  );

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
    await submit(hospital, desk, { sourceId: 'F1', outpatientNumber: await numberOf(hospital, mother) });
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
    expect(await tasksOf(hospital, mother, mother)).toEqual(['read-report']);
    expect(await tasksOf(hospital, daughter, mother)).toEqual([]);
    await read(mother, reportId, 1);
    expect(await tasksOf(hospital, mother, mother)).toEqual([]);
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
    expect(await undo('o8')).toBe('LINE_REPORTED');
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
    const outpatientNumber = await numberOf(hospital, patient);
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
    expect(await tasksOf(hospital, patient, patient)).toEqual([]);
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
    const outpatientNumber = await numberOf(hospital, patient);
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
    const outpatientNumber = await numberOf(hospital, patient);
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

fileStories(() => ground);

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
    const outpatientNumber = await numberOf(hospital, patient);
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
    // The minute in which it was said: on a busy machine the story has gone on for a while.
    const at = expect.stringMatching(/^2026年03月10日 08:\d\d$/);
    expect(said).toEqual(['试*人', '化验报告', at, '报告出来了，点开看结果']);
    expect((await mailbox(hospital, patient)).unread).toBe(2);
  });

  test('a refusal by WeChat undoes nothing, and is not tried again', async () => {
    const patient = await woman(122);
    const outpatientNumber = await numberOf(hospital, patient);
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

// Time goes by in these: nothing after them may ask for the hour.
criticalStories(() => ground);

test('what was marked as done half an hour ago is no mistake of a moment any more', async () => {
  await drawnOrder(hospital, await woman(146), 'o23');
  expect(await undo('o23')).toBe('UNDO_TOO_LATE');
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
