import { fen } from '@core/domain/money';
import { billIdOf } from '../../../cloudfunctions/_store/bill-codes';
import type { BillRecord } from '../../../cloudfunctions/_store/bills';
import type { OrderLine, OrderRecord } from '../../../cloudfunctions/_store/orders';
import { blindIndex } from '../../../cloudfunctions/_store/blind-index';
import { seal } from '../../../cloudfunctions/_store/sealed-field';
import type { LineFacts } from '@core/domain/clinic/order';
import { documentsOf, insertDocuments } from '../documents';
import type { HospitalUnderTest } from '../hospital-under-test';
import { maskedNameOf, newRequest, type PatientUnderTest } from '../patient-under-test';
import { accepted } from '../visit-under-test';

let serial = 0;

const line = (lineId: string, name: string, more: Partial<OrderLine>): OrderLine => ({
  lineId,
  itemId: `item-${lineId}`,
  name,
  category: 'laboratory',
  desk: 'laboratory',
  feeFen: fen(2000),
  quantity: 1,
  placeId: 'mz-2f-lab',
  preparation: null,
  state: 'ordered',
  paid: false,
  cancelledAt: null,
  notDoneAt: null,
  executedAt: null,
  cancelReason: null,
  notDoneReason: null,
  ...more,
});

/** A blood count for ¥20.00 and three boxes of a drug for ¥37.50, as a doctor orders them. */
const LINES: readonly OrderLine[] = [
  line('l1', '血常规五分类', {}),
  line('l2', '布洛芬混悬液', { category: 'drug', desk: 'pharmacy', feeFen: fen(1250), quantity: 3 }),
];

/** An order of a doctor that has its bill; answers the bill's id. `day`: that of the visit. */
export async function billed(
  hospital: HospitalUnderTest,
  patient: PatientUnderTest,
  practitionerId = 'dr-tian',
  day = '2026-03-10',
): Promise<{ readonly billId: string; readonly orderId: string }> {
  serial += 1;
  const { openid, patientId } = patient;
  const orderId = `otest${String(serial).padStart(4, '0')}`;
  const order: OrderRecord = {
    _id: orderId,
    revision: 1,
    patientId,
    accountId: blindIndex('account', openid),
    maskedName: seal(maskedNameOf(patient), { documentId: orderId, field: 'maskedName' }),
    appointmentId: `atest${String(serial)}`,
    practitionerId,
    practitionerName: '田医生',
    clinicId: 'family-general',
    clinicName: '全科门诊',
    day: day as OrderRecord['day'],
    placedAt: hospital.cloud.clock.now(),
    desks: ['laboratory', 'pharmacy'],
    lines: LINES,
    requests: [],
    audit: [],
    outbox: [],
    outboxDueAt: null,
  };
  await insertDocuments(hospital.cloud, 'orders', [order]);
  await tell(hospital, 'order-placed', orderId);
  return { billId: billIdOf(orderId), orderId };
}

/** Tells billing of an order, as another function of the environment does. */
export async function tell(
  { cloud }: HospitalUnderTest,
  event: 'order-placed' | 'order-changed',
  orderId: string,
): Promise<void> {
  serial += 1;
  const deliver = { messageId: `test-${String(serial)}`, event, payload: { orderId }, at: cloud.clock.now() };
  const { result } = await cloud.invoke({ name: 'billing', source: 'scf', data: { deliver } });
  if (result !== 'acknowledged') throw new Error(`Not heard: ${JSON.stringify(result)}`);
}

/** Signs a line: what the doctor and the desk do with it. */
export async function mark(
  hospital: HospitalUnderTest,
  orderId: string,
  lineId: string,
  change: Partial<LineFacts>,
): Promise<void> {
  const all = await documentsOf<OrderRecord>(hospital.cloud, 'orders');
  const order = all.find(({ _id }) => _id === orderId);
  if (!order) throw new Error('No such order');
  const lines = order.lines.map((one) => (one.lineId === lineId ? { ...one, ...change } : one));
  await replaceDocument(hospital, 'orders', { ...order, lines });
}

/** Puts another document in the place of one, past every function. */
export async function replaceDocument<T extends { readonly _id: string }>(
  { cloud }: HospitalUnderTest,
  collectionName: string,
  document: T,
) {
  const query = JSON.stringify({ _id: document._id });
  await cloud.database.handle('database.removeDocument', {
    collectionName,
    query,
    queryType: 'WHERE',
    multi: false,
  });
  await insertDocuments(cloud, collectionName, [document]);
}

export const billOf = async ({ cloud }: HospitalUnderTest, billId: string): Promise<BillRecord> => {
  const found = (await documentsOf<BillRecord>(cloud, 'bills')).find(({ _id }) => _id === billId);
  if (!found) throw new Error('No such bill');
  return found;
};

/** A fresh code of a bill, as its patient sees it. */
export const codeOf = async (hospital: HospitalUnderTest, openid: string, billId: string): Promise<string> =>
  accepted(await hospital.ask(openid, 'billing', 'getBillCode', { billId })).code;

/** Pays as whoever scanned the code; answers the order's number. */
export async function payByCode(hospital: HospitalUnderTest, openid: string, code: string): Promise<string> {
  const requestId = newRequest();
  const order = accepted(await hospital.ask(openid, 'billing', 'payBillByCode', { requestId, code }));
  const { errMsg } = await hospital.cloud.pay.choose(order.payment.package, 'succeed', openid);
  if (!errMsg.endsWith(':ok')) throw new Error(errMsg);
  await hospital.cloud.pay.callbacksSettled();
  return order.paymentId;
}
