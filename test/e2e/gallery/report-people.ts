import { fen } from '@core/domain/money';
import type { TypedReport, TypedResult } from '@core/domain/report/fhir/to-fhir';
import type { OrderLine, OrderRecord } from '../../../cloudfunctions/_store/orders';
import { seal } from '../../../cloudfunctions/_store/sealed-field';
import { useKeysOf } from '../../cloudfunctions/crowd';
import { insertDocuments } from '../../cloudfunctions/documents';
import { maskedNameOf, type PatientUnderTest } from '../../cloudfunctions/patient-under-test';
import { inventedPatient } from './names';
import { bloodCount, submit } from '../../cloudfunctions/report/report-under-test';
import { staffMember } from '../../cloudfunctions/staff-under-test';
import { accepted } from '../../cloudfunctions/visit-under-test';
import type { WeChatUser } from '../stage/open-phone';
import type { Stage } from '../stage/stage';
import { once } from './scene';

/** A woman with reports of every kind, the desk that made them, and a doctor who has one to acknowledge. */
export interface ReportPeople {
  readonly patient: WeChatUser;
  readonly patientId: string;
  /** Ids by what they are. */
  readonly odd: string;
  readonly fine: string;
  readonly picture: string;
  readonly waiting: string;
  readonly withdrawn: string;
  readonly desk: WeChatUser;
  readonly doctor: WeChatUser;
  readonly administrator: WeChatUser;
  readonly orderId: string;
}

const DOCTOR = 'dr-gu-nianci';
const DAY = 86_400_000;
const number = (code: string, name: string, unit: string, value: number): TypedResult => ({
  code,
  name,
  unit,
  value,
  text: null,
});

/** A blood count with everything on it. */
const whole = (hgb: number): readonly TypedResult[] => [
  number('wbc', '白细胞计数', '10^9/L', 12.6),
  number('neut', '中性粒细胞', '10^9/L', 9.4),
  number('lymph', '淋巴细胞', '10^9/L', 2.2),
  number('mono', '单核细胞', '10^9/L', 0.5),
  number('eos', '嗜酸性粒细胞', '10^9/L', 0.12),
  number('rbc', '红细胞计数', '10^12/L', 4.02),
  number('hgb', '血红蛋白', 'g/L', hgb),
  number('hct', '红细胞压积', '%', 36.5),
  number('mchc', '平均红细胞血红蛋白浓度', 'g/L', 322),
  number('plt', '血小板计数', '10^9/L', 236),
];

let serial = 0;

async function placeOrders(
  stage: Stage,
  patient: PatientUnderTest,
  by = { practitionerId: DOCTOR, practitionerName: '顾念慈' },
): Promise<string> {
  const { patientId } = patient;
  useKeysOf(stage.hospital.cloud);
  const orderId = `o${by.practitionerId}${String(serial)}`;
  const line = (lineId: string, more: Partial<OrderLine>): OrderLine => ({
    lineId,
    itemId: 'lab-blood-count',
    name: '血常规（五分类）',
    category: 'laboratory',
    desk: 'laboratory',
    feeFen: fen(2000),
    quantity: 1,
    placeId: 'mz-1f-blood',
    preparation: null,
    state: 'executed',
    paid: true,
    cancelledAt: null,
    notDoneAt: null,
    executedAt: bloodCount.collectedAt,
    cancelReason: null,
    notDoneReason: null,
    ...more,
  });
  const order: OrderRecord = {
    _id: orderId,
    revision: 1,
    patientId,
    accountId: 'a',
    maskedName: seal(maskedNameOf(patient), { documentId: orderId, field: 'maskedName' }),
    appointmentId: `a${orderId}`,
    ...by,
    clinicId: 'obs-medical',
    clinicName: '妊娠合并内科疾病门诊',
    day: '2026-03-10' as OrderRecord['day'],
    placedAt: stage.hospital.cloud.clock.now(),
    desks: ['laboratory', 'imaging'],
    lines: [
      line('l1', {}),
      line('l2', { itemId: 'lab-electrolytes', name: '电解质', state: 'ordered', executedAt: null }),
      line('l3', {
        itemId: 'lab-thyroid',
        name: '甲状腺功能五项',
        state: 'ordered',
        paid: false,
        executedAt: null,
      }),
      line('l4', { itemId: 'us-obstetric', name: '产科常规超声', category: 'imaging', desk: 'imaging' }),
      line('l5', {
        itemId: 'lab-tct',
        name: '宫颈液基细胞学检查',
        executedAt: stage.hospital.cloud.clock.now(),
      }),
    ],
    requests: [],
    audit: [],
    outbox: [],
    outboxDueAt: null,
  };
  await insertDocuments(stage.hospital.cloud, 'orders', [order]);
  return orderId;
}

/** A critical value whose doctor has no phone any more: it reaches the others of the department at once. */
async function sendOfAnother(stage: Stage, deskId: string): Promise<void> {
  const patient = await inventedPatient(stage, 968 + 2 * serial);
  const orderId = await placeOrders(stage, patient, {
    practitionerId: 'dr-he-yunshu',
    practitionerName: '贺云舒',
  });
  await submit(stage.underTest, deskId, {
    sourceId: `LIS-20260310-01${String(serial)}`,
    orderId,
    lineId: 'l1',
    title: '血糖',
    results: [number('glu', '葡萄糖', 'mmol/L', 27.4)],
  });
}

export async function prepareReports(stage: Stage): Promise<ReportPeople> {
  serial += 1;
  const { underTest } = stage;
  const patient = await inventedPatient(stage, 940 + 2 * serial);
  const { openid, patientId } = patient;
  const deskId = await staffMember(underTest, { role: 'laboratory' });
  await staffMember(underTest, { role: 'imaging', openid: deskId });
  const doctorId = await staffMember(underTest, { role: 'doctor', practitionerId: DOCTOR });
  const administratorId = await staffMember(underTest, { role: 'administrator' });
  const orderId = await placeOrders(stage, patient);
  const send = async (sourceId: string, fields: Partial<TypedReport>): Promise<string> => {
    const report = { sourceId: `${sourceId}-${String(serial)}`, orderId, lineId: 'l1', ...fields };
    const answer = await submit(underTest, deskId, report, report.category ?? 'laboratory');
    return answer.state === 'accepted' ? answer.reportId : '';
  };
  for (const [index, hgb] of [118, 109, 104].entries())
    await send(`OLD${String(index)}`, {
      results: [number('hgb', '血红蛋白', 'g/L', hgb)],
      title: '血红蛋白',
      collectedAt: bloodCount.collectedAt - (90 - index * 30) * DAY,
      issuedAt: bloodCount.issuedAt - (90 - index * 30) * DAY,
    });
  const fine = await send('FINE', { title: '肝功能', results: [number('alb', '白蛋白', 'g/L', 44)] });
  await sendOfAnother(stage, deskId);
  const picture = await send('US', {
    category: 'imaging',
    lineId: 'l4',
    title: '产科常规超声',
    results: [],
    findings:
      '子宫增大，宫腔内见一胎儿，胎头位于下方。双顶径 8.9 cm，股骨长 6.8 cm，胎心搏动规律，142 次/分。胎盘位于前壁，羊水指数 12 cm。',
    impression: '宫内孕，单活胎，约 35 周大小。羊水量正常。',
  });
  const waiting = await send('CRIT', { title: '电解质', results: [number('k', '钾', 'mmol/L', 6.4)] });
  const withdrawn = await send('GONE', { title: '凝血功能' });
  await send('GONE', { title: '凝血功能', status: 'entered-in-error', issuedAt: bloodCount.issuedAt + 1000 });
  const odd = await send('ODD', { title: '血常规（五分类）', results: whole(98), pregnant: true });
  await submit(underTest, deskId, { sourceId: 'LIS-20260310-0099', outpatientNumber: '999999' });
  const phoneNumber = `1990009094${String(serial)}`;
  accepted(await underTest.ask(openid, 'message', 'countUnread', {}));
  return {
    patient: { openid, phoneNumber },
    patientId,
    odd,
    fine,
    picture,
    waiting,
    withdrawn,
    desk: { openid: deskId, phoneNumber: '19900090990' },
    doctor: { openid: doctorId, phoneNumber: '19900090970' },
    administrator: { openid: administratorId, phoneNumber: '19900090971' },
    orderId,
  };
}

export const reportPeople = once(({ stage }) => prepareReports(stage));
