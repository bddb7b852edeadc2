import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { boundPatient } from '../cloudfunctions/patient-under-test';
import { prepareReports, type ReportPeople } from './gallery/report-people';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let people: ReportPeople;

beforeAll(async () => {
  stage = await openStage();
  people = await prepareReports(stage);
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

test('the desk does what was ordered and types its result; the patient agrees to be told, is told, and understands it', async () => {
  const patient = await stage.phone({ user: people.patient, privacyAgreed: true });
  await patient.open('/packages/report/pages/reports/index');
  await patient.tap('reports-tell');
  await patient.tapButton('允许');
  await patient.sees('记下了');

  const desk = await stage.phone({ user: people.desk, privacyAgreed: true });
  await desk.open('/packages/staff/pages/desk/index');
  await desk.tap('desk-execute');
  await desk.sees(desk.find('desk-row').filter({ hasText: '电解质' }).getByText('填结果'));
  await desk.tap(desk.find('desk-row').filter({ hasText: '电解质' }).getByText('填结果'));
  await desk.sees(desk.find('input-na'));
  await desk.type('na', '14o');
  await desk.tap('desk-report-submit');
  await desk.sees('请写数字，比如 5.2');
  await desk.type('na', '131');
  await desk.type('k', '4.1');
  await desk.tap('desk-report-submit');
  await desk.sees('收下了');

  const { openid } = people.patient;
  const arrived = stage.hospital.cloud.messages.list().filter((message) => message.openid === openid);
  expect(arrived).toHaveLength(1);
  await patient.open(`/${arrived[0]?.page ?? ''}`);
  await patient.sees(patient.find('what-now'));
  expect(await patient.text('result-na')).toMatch(/偏低 ↓.*131/);
  await patient.tap('report-unfold');
  expect(await patient.text('result-k')).toMatch(/正常 ✓/);

  await patient.open('/packages/message/pages/messages/index');
  await patient.sees(patient.find('message-row'));
  await patient.tap('messages-all-read');
  await patient.sees(patient.find('message-row'));
  await patient.answered();
  await patient.still();
  expect(await patient.find('messages-all-read').count()).toBe(0);
});

test('a value over time is drawn on the canvas and written in the table', async () => {
  const phone = await stage.phone({ user: people.patient, privacyAgreed: true });
  await phone.open(`/packages/report/pages/report/index?reportId=${people.odd}`);
  await phone.tap('trend-hgb');
  await phone.sees(phone.find('trend-table'));
  expect(await phone.find('trend-row').count()).toBe(4);
  await phone.still();
  const inked = await phone.page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return Array.from(pixels).filter((value, index) => index % 4 === 3 && value > 0).length;
  });
  expect(inked).toBeGreaterThan(1000);
});

test('what waits for a doctor is not shown, a stranger is told nothing, and the list says so without a network', async () => {
  const { openid } = await boundPatient(stage.underTest, 990);
  const stranger = await stage.phone({ user: { openid, phoneNumber: '19900090990' }, privacyAgreed: true });
  await stranger.open(`/packages/report/pages/report/index?reportId=${people.odd}`);
  await stranger.sees(stranger.find('state-action'));
  expect(await stranger.find('what-now').count()).toBe(0);

  const patient = await stage.phone({ user: people.patient, privacyAgreed: true });
  await patient.open(`/packages/report/pages/report/index?reportId=${people.waiting}`);
  await patient.sees(patient.find('report-closed'));
  expect(await patient.find('result-k').count()).toBe(0);
  await patient.offline(true);
  await patient.open('/packages/report/pages/reports/index');
  await patient.sees(/没有网络|没有连上网|网络/);
  await patient.offline(false);
});

test('a file that is no report is explained where it was pasted, and waits in the desk’s list', async () => {
  const desk = await stage.phone({ user: people.desk, privacyAgreed: true });
  await desk.open('/packages/staff/pages/desk-file/index?desk=laboratory');
  await desk.page
    .locator('textarea[name="file"]')
    .filter({ visible: true })
    .fill('{"resourceType":\n"Bundle"}');
  await desk.tap('desk-file-submit');
  await desk.sees('文件里没有报告');
  await desk.open('/packages/staff/pages/desk/index');
  await desk.sees(desk.find('quarantine-file'));
  const before = await desk.find('quarantine-file').count();
  await desk.tap('quarantine-leave');
  await desk.sees(/里面的结果不会给患者看/);
  await desk.tap('quarantine-dismiss');
  await desk.answered();
  await desk.still();
  expect(await desk.find('quarantine-file').count()).toBe(before - 1);
});
