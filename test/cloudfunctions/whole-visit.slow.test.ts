import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { AuditEntry } from '../../cloudfunctions/_store/audit-log';
import { toFhir } from '../../core/domain/report/fhir/to-fhir';
import { verifyAudit } from '../../scripts/audit/verify-audit';
import { documentsOf } from './documents';
import { DEMO, openHospitalUnderTest, type HospitalUnderTest } from './hospital-under-test';
import { expectInvariants } from './invariants';
import { book, boundPatient, newRequest, type PatientUnderTest } from './patient-under-test';
import { staffMember } from './staff-under-test';
import { accepted, pay, refusal, seen } from './visit-under-test';

jest.setTimeout(180_000);

const DOCTOR = 'dr-qi-ruolan';
const SESSION = `${DOCTOR}_2026-03-10_am`;
const HALF_PAST_SEVEN = Date.parse('2026-03-10T07:30:00+08:00');
const MINUTE = 60_000;

/** The visit of an old patient, from the question where to go to the meaning of a result, each step needing the last. */
describe('a whole visit', () => {
  let hospital: HospitalUnderTest;
  let patient: PatientUnderTest;
  let daughter: PatientUnderTest;
  let volunteer = '';
  let doctor = '';
  let appointmentId = '';
  let orderId = '';
  let billId = '';
  beforeAll(async () => {
    hospital = await openHospitalUnderTest({ hospitalDir: DEMO, now: HALF_PAST_SEVEN });
    patient = await boundPatient(hospital, 702, '19500203');
    daughter = await boundPatient(hospital, 704, '19780506');
    volunteer = await staffMember(hospital, { role: 'volunteer' });
    doctor = await staffMember(hospital, { role: 'doctor', practitionerId: DOCTOR });
  });
  afterAll(() => hospital.close());

  const tasks = async () =>
    accepted(await hospital.ask(patient.openid, 'visit', 'listTasks', { patientId: patient.patientId }));

  test('begins with where to go', async () => {
    const answer = accepted(
      await hospital.ask(volunteer, 'triage', 'assess', {
        text: '下面痒，白带多，不发烧',
        present: [],
        absent: [],
        ruledOut: [],
        subject: { stage: 'elder', sex: 'female', pregnancy: 'none' },
        years: 76,
        asked: 0,
      }),
    );
    expect(JSON.stringify(answer)).toContain('gyn-general');
  });

  test('is booked by a volunteer with the patient’s yes', async () => {
    const { code } = accepted(
      await hospital.ask(patient.openid, 'identity', 'makeHelpCode', { requestId: newRequest() }),
    );
    const purposes = ['triage', 'book', 'check-in', 'way'] as const;
    const { assistanceId } = accepted(
      await hospital.ask(volunteer, 'identity', 'askAssistance', {
        requestId: newRequest(),
        code,
        purposes: [...purposes],
      }),
    );
    accepted(
      await hospital.ask(patient.openid, 'identity', 'consentToAssistance', {
        requestId: newRequest(),
        assistanceId,
        purposes: [...purposes],
        minutes: 60,
      }),
    );
    const forPatient = { openid: volunteer, patientId: patient.patientId };
    ({ appointmentId } = accepted(await book(hospital, forPatient, SESSION, '09:00')));
  });

  test('is paid by a relative whom the patient allowed it', async () => {
    const { code } = accepted(
      await hospital.ask(daughter.openid, 'identity', 'askRelative', { requestId: newRequest() }),
    );
    accepted(
      await hospital.ask(patient.openid, 'identity', 'grantConsent', {
        requestId: newRequest(),
        patientId: patient.patientId,
        code,
        scopes: ['pay', 'book'],
        days: 30,
      }),
    );
    const asVolunteer = await hospital.ask(volunteer, 'billing', 'payAppointment', {
      requestId: newRequest(),
      appointmentId,
    });
    expect(refusal(asVolunteer)).toBe('NOT_FOUND');
    await pay(hospital, daughter, appointmentId);
    expect(await seen(hospital, patient, appointmentId)).toMatchObject({ status: 'booked', payment: 'paid' });
  });

  test('passes the gate and checks in; neither can be skipped', async () => {
    await hospital.cloud.clock.advance(70 * MINUTE);
    const checkIn = () =>
      hospital.ask(patient.openid, 'visit', 'checkInArea', {
        requestId: newRequest(),
        patientId: patient.patientId,
        areaId: 'mz-2f-a',
      });
    expect(refusal(await checkIn())).not.toBe('ACCEPTED');
    const form = accepted(await hospital.ask(patient.openid, 'visit', 'getGateForm', {}));
    accepted(
      await hospital.ask(patient.openid, 'visit', 'declareAtGate', {
        requestId: newRequest(),
        patientId: patient.patientId,
        version: form.version,
        temperatureTenths: 365,
        answers: form.questions.map(({ questionId }) => ({ questionId, yes: false })),
      }),
    );
    accepted(await checkIn());
    const visit = accepted(await hospital.ask(patient.openid, 'visit', 'getVisit', { appointmentId }));
    expect(visit).toMatchObject({ state: 'arrived', ahead: { people: 0 } });
  });

  test('is called, seen, and ordered for', async () => {
    const queue = { requestId: newRequest(), sessionId: SESSION, appointmentId: null, reason: null };
    accepted(await hospital.ask(doctor, 'visit', 'callNext', queue));
    accepted(
      await hospital.ask(doctor, 'visit', 'startEncounter', { requestId: newRequest(), appointmentId }),
    );
    accepted(await hospital.ask(doctor, 'clinic', 'getSummary', { appointmentId }));
    const order = accepted(
      await hospital.ask(doctor, 'clinic', 'placeOrder', {
        requestId: newRequest(),
        appointmentId,
        items: [
          { itemId: 'lab-blood-count', quantity: 1 },
          { itemId: 'lab-crp', quantity: 1 },
        ],
      }),
    );
    ({ orderId } = order);
    const bills = accepted(
      await hospital.ask(patient.openid, 'billing', 'listBills', { patientId: patient.patientId }),
    );
    expect(bills).toMatchObject([{ totalFen: 5000 }]);
    billId = bills[0]?.billId ?? '';
    expect(JSON.stringify(await tasks())).toContain(billId);
  });

  test('is paid by code, by a phone that knows nobody', async () => {
    const { code } = accepted(await hospital.ask(doctor, 'billing', 'getBillCode', { billId }));
    expect(code.length).toBeLessThanOrEqual(32);
    const passerBy = 'oPasserBy';
    const shown = accepted(await hospital.ask(passerBy, 'billing', 'getBillByCode', { code }));
    expect(JSON.stringify(shown)).not.toContain('血常规');
    const opened = accepted(
      await hospital.ask(passerBy, 'billing', 'payBillByCode', { requestId: newRequest(), code }),
    );
    await hospital.cloud.pay.choose(opened.payment.package, 'succeed', passerBy);
    await hospital.cloud.pay.callbacksSettled();
    const bill = accepted(await hospital.ask(patient.openid, 'billing', 'getBill', { billId }));
    expect(bill).toMatchObject({ state: 'paid' });
    expect(JSON.stringify(await tasks())).toContain('yj-2f-blood');
    expect(refusal(await hospital.ask(passerBy, 'billing', 'getBillByCode', { code }))).toBe(
      'BILL_ALREADY_PAID',
    );
  });

  test('ends with a result and its meaning', async () => {
    const laboratory = await staffMember(hospital, { role: 'laboratory' });
    const [line] = accepted(
      await hospital.ask(patient.openid, 'clinic', 'listOrders', { patientId: patient.patientId }),
    ).flatMap(({ lines }) => lines);
    const lineId = line?.lineId ?? '';
    accepted(
      await hospital.ask(laboratory, 'clinic', 'markExecuted', { requestId: newRequest(), orderId, lineId }),
    );
    const file = JSON.stringify(
      toFhir({
        sourceId: 'LIS-702',
        category: 'laboratory',
        status: 'final',
        title: '血常规',
        outpatientNumber: null,
        orderId,
        lineId,
        collectedAt: hospital.cloud.clock.now() - MINUTE,
        issuedAt: hospital.cloud.clock.now(),
        pregnant: false,
        urgent: false,
        results: [{ code: 'hgb', name: '血红蛋白', unit: 'g/L', value: 98, text: null }],
        findings: '',
        impression: '',
      }),
    );
    accepted(
      await hospital.ask(laboratory, 'report', 'submitReport', {
        requestId: newRequest(),
        desk: 'laboratory',
        file,
      }),
    );
    const [report] = accepted(
      await hospital.ask(patient.openid, 'report', 'listReports', { patientId: patient.patientId }),
    );
    expect(report).toMatchObject({ state: 'released', unread: true, abnormal: 1 });
    const reportId = report?.reportId ?? '';
    expect(refusal(await hospital.ask(volunteer, 'report', 'getReport', { reportId }))).toBe('NOT_FOUND');
    expect(refusal(await hospital.ask(daughter.openid, 'report', 'getReport', { reportId }))).toBe(
      'NOT_FOUND',
    );
    const detail = accepted(await hospital.ask(patient.openid, 'report', 'getReport', { reportId }));
    expect(JSON.stringify(detail)).toMatch(/"level":"low".*"meaning":"[^"]+"/);
    const messages = accepted(await hospital.ask(patient.openid, 'message', 'listMessages', {}));
    expect(JSON.stringify(messages)).toContain('report');
  });

  test('gives the money back for what was not done, at the window, and no more', async () => {
    const [window, laboratory] = [
      await staffMember(hospital, { role: 'window' }),
      await staffMember(hospital, { role: 'laboratory' }),
    ];
    const bill = accepted(await hospital.ask(patient.openid, 'billing', 'getBill', { billId }));
    const crp = bill.lines.find(({ name }) => name.startsWith('C'));
    const lineId = crp?.lineId ?? '';
    const refund = () =>
      hospital.ask(window, 'billing', 'refundBillLine', {
        requestId: newRequest(),
        billId,
        lineId,
        rule: 'A10',
      });
    expect(refusal(await refund())).not.toBe('ACCEPTED');
    const reason = '今天不做了';
    accepted(
      await hospital.ask(doctor, 'clinic', 'cancelOrderLine', {
        requestId: newRequest(),
        orderId,
        lineId,
        reason,
      }),
    );
    accepted(
      await hospital.ask(laboratory, 'clinic', 'markNotDone', {
        requestId: newRequest(),
        orderId,
        lineId,
        reason,
      }),
    );
    const file = accepted(
      await hospital.ask(window, 'billing', 'getWindowFile', { patientId: patient.patientId }),
    );
    expect(JSON.stringify(file)).toContain('A10');
    // The rule wants the paper back, so there must be one.
    const act = 'print';
    accepted(
      await hospital.ask(window, 'billing', 'changeBillInvoice', { requestId: newRequest(), billId, act }),
    );
    expect(refusal(await refund())).toBe('ACCEPTED');
    await hospital.pass(3);
    const after = accepted(await hospital.ask(patient.openid, 'billing', 'getBill', { billId }));
    expect(after.lines.find((one) => one.lineId === lineId)).toMatchObject({
      refund: { amountFen: 3000, state: 'done' },
    });
    expect(refusal(await refund())).not.toBe('ACCEPTED');
    await expectInvariants(hospital);
  });

  test('leaves a record of who did what in whose name, under an unbroken chain', async () => {
    await hospital.pass(1);
    await hospital.cloud.timers.runNow('audit-seal');
    const log = await documentsOf<AuditEntry>(hospital.cloud, 'audit-log');
    const roles = new Set(
      log.filter(({ patientId }) => patientId === patient.patientId).map(({ role }) => role),
    );
    for (const role of ['patient', 'relative', 'volunteer', 'doctor', 'laboratory', 'window'] as const) {
      expect(roles).toContain(role);
    }
    const run = async (from: unknown) =>
      (await hospital.cloud.invoke({ name: 'audit-verify', source: 'console', data: { from } })).result;
    expect(await verifyAudit(run, null)).toMatchObject({ intact: true });
  });
});
