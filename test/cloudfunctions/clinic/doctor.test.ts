import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { OrderView } from '@core/contract/clinic-views';
import type { AuditEvent } from '../../../cloudfunctions/_store/aggregate';
import type { OrderRecord } from '../../../cloudfunctions/_store/orders';
import { documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { boundPatient, newRequest, type PatientUnderTest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, refusal } from '../visit-under-test';
import { at, called, DOCTOR, inRoom } from './in-room';

jest.setTimeout(120_000);

let hospital: HospitalUnderTest;
let doctor: string;
let other: string;
let laboratory: string;
let pharmacy: string;
let nurse: string;
let patient: PatientUnderTest;
let appointmentId: string;

beforeAll(async () => {
  hospital = await openHospitalUnderTest();
  doctor = await staffMember(hospital, { role: 'doctor', practitionerId: DOCTOR });
  other = await staffMember(hospital, { role: 'doctor', practitionerId: 'dr-lu' });
  laboratory = await staffMember(hospital, { role: 'laboratory' });
  pharmacy = await staffMember(hospital, { role: 'pharmacy' });
  nurse = await staffMember(hospital, { role: 'nurse' });
  patient = await boundPatient(hospital, 601, '19510203');
  appointmentId = await inRoom(hospital, patient, doctor, at('10:00'));
});
afterAll(() => hospital.close());

const order = (items: readonly { itemId: string; quantity: number }[], requestId = newRequest()) =>
  hospital.ask(doctor, 'clinic', 'placeOrder', { requestId, appointmentId, items: [...items] });

const BLOOD_AND_CALCIUM = [
  { itemId: 'lab-blood', quantity: 1 },
  { itemId: 'rx-calcium', quantity: 2 },
];

const line = ({ lines }: OrderView, itemId: string) => {
  const found = lines.find((one) => one.itemId === itemId);
  if (!found) throw new Error('No such line');
  return found;
};

describe('the summary of the patient in the room', () => {
  test('shows age, sex and the gate, no name in full, and that nobody has asked for allergies yet', async () => {
    const summary = accepted(await hospital.ask(doctor, 'clinic', 'getSummary', { appointmentId }));
    expect(summary).toMatchObject({
      maskedName: '试*人',
      ageYears: 75,
      gate: { outcome: 'pass' },
      allergies: null,
      history: { visits: [], reports: [] },
    });
  });

  test('is for the doctor of this visit only, and on record for the patient', async () => {
    for (const openid of [other, nurse, laboratory, patient.openid]) {
      expect(refusal(await hospital.ask(openid, 'clinic', 'getSummary', { appointmentId }))).toBe(
        'NOT_FOUND',
      );
    }
    const log = await documentsOf<AuditEvent>(hospital.cloud, 'audit-log');
    expect(log).toContainEqual(
      expect.objectContaining({ action: 'clinic.getSummary', role: 'doctor', patientId: patient.patientId }),
    );
  });

  test('remembers allergies, sealed where they are stored', async () => {
    const requestId = newRequest();
    const note = { requestId, appointmentId, text: '青霉素皮试阳性' };
    const noted = accepted(await hospital.ask(doctor, 'clinic', 'noteAllergies', note));
    expect(noted.allergies?.text).toBe('青霉素皮试阳性');
    expect(accepted(await hospital.ask(doctor, 'clinic', 'noteAllergies', note)).allergies).toEqual(
      noted.allergies,
    );
    const stored = JSON.stringify(await documentsOf(hospital.cloud, 'health-notes'));
    expect(stored).not.toContain('青霉素');
  });
});

describe('an order', () => {
  test('is found by pinyin, priced by the list, and placed once however often it is sent', async () => {
    const found = accepted(
      await hospital.ask(doctor, 'clinic', 'searchItems', { words: 'xcg', category: null }),
    );
    expect(found.map(({ itemId }) => itemId)).toEqual(['lab-blood']);
    const requestId = newRequest();
    const first = accepted(await order(BLOOD_AND_CALCIUM, requestId));
    const again = accepted(await order(BLOOD_AND_CALCIUM, requestId));
    expect(again).toEqual(first);
    expect(refusal(await order([{ itemId: 'lab-liver', quantity: 1 }], requestId))).toBe('REQUEST_ID_REUSED');
    expect(first.lines.map(({ feeFen, quantity, paid }) => [feeFen, quantity, paid])).toEqual([
      [2000, 1, false],
      [4500, 2, false],
    ]);
    const bills = await documentsOf<{ orderId: string; totalFen: number }>(hospital.cloud, 'bills');
    expect(bills.filter(({ orderId }) => orderId === first.orderId)).toMatchObject([{ totalFen: 11_000 }]);
  });

  test('is placed once also by a phone that was killed before the answer came and asks anew', async () => {
    const items = [{ itemId: 'lab-liver', quantity: 1 }];
    const first = accepted(await order(items));
    const anew = newRequest();
    expect(accepted(await order(items, anew))).toEqual(first);
    await hospital.cloud.clock.advance(5 * 60_000);
    // The second tap may have lost its answer as well; a third one after these minutes means a second order.
    expect(accepted(await order(items, anew))).toEqual(first);
    expect(accepted(await order(items)).orderId).not.toBe(first.orderId);
  });

  test('of something that is not on the list is refused by name, and nothing is ordered', async () => {
    const before = (await documentsOf(hospital.cloud, 'orders')).length;
    const answer = await order([
      { itemId: 'lab-blood', quantity: 1 },
      { itemId: 'lab-nothing', quantity: 1 },
    ]);
    expect(answer).toMatchObject({ ok: false, error: 'ITEM_UNKNOWN', detail: { itemId: 'lab-nothing' } });
    expect(await documentsOf(hospital.cloud, 'orders')).toHaveLength(before);
  });

  test('is not for another doctor, and not before the patient is in the room', async () => {
    const waiting = await boundPatient(hospital, 602);
    const place = (openid: string, id: string) =>
      hospital.ask(openid, 'clinic', 'placeOrder', {
        requestId: newRequest(),
        appointmentId: id,
        items: BLOOD_AND_CALCIUM,
      });
    const next = await called(hospital, waiting, doctor, at('10:30'));
    expect(refusal(await place(doctor, next))).toBe('ENCOUNTER_NOT_OPEN');
    expect(refusal(await place(other, appointmentId))).toBe('NOT_FOUND');
  });

  test('reaches each desk with its own lines, and only those', async () => {
    const placed = accepted(await order(BLOOD_AND_CALCIUM));
    const day = '2026-03-10' as never;
    const work = accepted(
      await hospital.ask(laboratory, 'clinic', 'listDeskOrders', { desk: 'laboratory', day }),
    );
    const own = work.find(({ orderId }) => orderId === placed.orderId);
    expect(own?.lines.map(({ itemId }) => itemId)).toEqual(['lab-blood']);
    const strange = await hospital.ask(laboratory, 'clinic', 'listDeskOrders', { desk: 'pharmacy', day });
    expect(accepted(strange)).toEqual([]);
    const { lineId } = line(placed, 'rx-calcium');
    const touch = { requestId: newRequest(), orderId: placed.orderId, lineId };
    expect(refusal(await hospital.ask(laboratory, 'clinic', 'markExecuted', touch))).toBe('NOT_FOUND');
    expect(refusal(await hospital.ask(pharmacy, 'clinic', 'markExecuted', touch))).toBe('LINE_NOT_PAID');
  });

  test('is paid by its bill, done by its desk, and then not taken back any more', async () => {
    const placed = accepted(await order(BLOOD_AND_CALCIUM));
    const { orderId } = placed;
    const blood = { orderId, lineId: line(placed, 'lab-blood').lineId };
    const calcium = { orderId, lineId: line(placed, 'rx-calcium').lineId };
    await payBillOf(orderId);
    accepted(await hospital.ask(laboratory, 'clinic', 'markExecuted', { requestId: newRequest(), ...blood }));
    const mistake = { requestId: newRequest(), ...blood };
    expect(refusal(await hospital.ask(pharmacy, 'clinic', 'undoExecuted', mistake))).toBe('NOT_FOUND');
    for (const tap of [mistake, mistake]) {
      const undone = accepted(await hospital.ask(laboratory, 'clinic', 'undoExecuted', tap));
      expect(undone.lines).toMatchObject([{ state: 'ordered', paid: true, undoUntil: null }]);
    }
    const undoing = (await documentsOf<OrderRecord>(hospital.cloud, 'orders')).find(
      ({ _id }) => _id === orderId,
    );
    expect(undoing?.audit.filter(({ action }) => action === 'clinic.undoExecuted')).toHaveLength(1);
    accepted(await hospital.ask(laboratory, 'clinic', 'markExecuted', { requestId: newRequest(), ...blood }));
    const late = { requestId: newRequest(), ...blood, reason: '不做了' };
    expect(refusal(await hospital.ask(doctor, 'clinic', 'cancelOrderLine', late))).toBe('LINE_EXECUTED');

    const back = { requestId: newRequest(), ...calcium, reason: '家里还有' };
    accepted(await hospital.ask(doctor, 'clinic', 'cancelOrderLine', back));
    const told = { requestId: newRequest(), ...calcium, reason: '没有取药' };
    accepted(await hospital.ask(pharmacy, 'clinic', 'markNotDone', told));
    const [stored] = (await documentsOf<OrderRecord>(hospital.cloud, 'orders')).filter(
      ({ _id }) => _id === orderId,
    );
    expect(stored?.lines.map(({ state, paid }) => [state, paid])).toEqual([
      ['executed', true],
      ['not-done', true],
    ]);
    const shown = accepted(
      await hospital.ask(patient.openid, 'clinic', 'listOrders', { patientId: patient.patientId }),
    );
    expect(shown.find((one) => one.orderId === orderId)?.lines[1]).toMatchObject({
      cancelReason: '家里还有',
      notDoneReason: '没有取药',
    });
  });
});

describe('an admission', () => {
  test('is registered from the ward by number, told to the patient at each step, and ends in a bed', async () => {
    const [bound] = accepted(await hospital.ask(patient.openid, 'identity', 'getMe', {})).patients;
    const code = bound?.outpatientNumber ?? '';
    const found = accepted(await hospital.ask(doctor, 'clinic', 'findPatient', { code }));
    expect(found).toMatchObject({ maskedName: '试*人', onPhone: true, ownAppointmentId: appointmentId });
    expect(refusal(await hospital.ask(doctor, 'clinic', 'findPatient', { code: 'YX99999999' }))).toBe(
      'PATIENT_UNKNOWN',
    );
    const asked = {
      requestId: newRequest(),
      appointmentId,
      wardId: 'ward-family',
      reason: '择期手术',
      plannedDay: '2026-03-12' as never,
    };
    const { admissionId } = accepted(await hospital.ask(doctor, 'clinic', 'requestAdmission', asked));
    expect(accepted(await hospital.ask(doctor, 'clinic', 'requestAdmission', asked)).admissionId).toBe(
      admissionId,
    );
    const second = { ...asked, requestId: newRequest() };
    expect(refusal(await hospital.ask(doctor, 'clinic', 'requestAdmission', second))).toBe(
      'ADMISSION_RUNNING',
    );
    const past = { ...second, requestId: newRequest(), plannedDay: '2026-03-09' as never };
    expect(refusal(await hospital.ask(doctor, 'clinic', 'requestAdmission', past))).toBe('DAY_PAST');

    const step = (to: 'bed-waiting' | 'admitted', bed: string | null) =>
      hospital.ask(nurse, 'clinic', 'advanceAdmission', {
        requestId: newRequest(),
        admissionId,
        to,
        bed,
        note: null,
      });
    accepted(await step('bed-waiting', null));
    expect(refusal(await step('admitted', null))).toBe('BED_MISSING');
    accepted(await step('admitted', '12 床'));
    const [own] = accepted(
      await hospital.ask(patient.openid, 'clinic', 'listPatientAdmissions', { patientId: patient.patientId }),
    );
    expect(own).toMatchObject({ state: 'admitted', bed: '12 床', ward: '全科病区' });
    expect(own?.steps.map(({ state }) => state)).toEqual(['requested', 'bed-waiting', 'admitted']);
    const { messages } = accepted(await hospital.ask(patient.openid, 'message', 'listMessages', {}));
    const told = messages.filter(({ kind }) => kind === 'admission-changed');
    expect(told).toHaveLength(3);
    const again = accepted(
      await hospital.ask(doctor, 'clinic', 'requestAdmission', { ...asked, requestId: newRequest() }),
    );
    expect(again.admissionId).not.toBe(admissionId);
  });
});

async function payBillOf(orderId: string): Promise<void> {
  const bills = await documentsOf<{ _id: string; orderId: string }>(hospital.cloud, 'bills');
  const billId = bills.find((bill) => bill.orderId === orderId)?._id ?? '';
  const opened = accepted(
    await hospital.ask(patient.openid, 'billing', 'payBill', { requestId: newRequest(), billId }),
  );
  await hospital.cloud.pay.choose(opened.payment.package, 'succeed', patient.openid);
  await hospital.cloud.pay.callbacksSettled();
}
