import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { AuditEntry } from '../../../cloudfunctions/_store/audit-log';
import { documentsOf, insertDocuments } from '../documents';
import { PURPOSES, volunteering } from '../assistance-under-test';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { agreeAndVerify, book, boundPatient, inventIdentityNumber, newRequest } from '../patient-under-test';
import { staffMember } from '../staff-under-test';
import { accepted, refusal } from '../visit-under-test';
import { aStep, EVERYTHING } from './rights/steps';
import { LOOKS, QUESTIONS, walk } from './rights/walk';
import { walkersIn } from './rights/walkers';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';

describe('a volunteer', () => {
  let hospital: HospitalUnderTest;
  let phones: ReturnType<typeof volunteering>;
  let window = '';
  let serial = 400;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
    phones = volunteering(hospital);
    window = await staffMember(hospital, { role: 'window' });
  });
  afterAll(() => hospital.close());

  const person = () => boundPatient(hospital, (serial += 1));
  const mayBook = async (openid: string, patientId: string) =>
    refusal(await book(hospital, { openid, patientId }, SESSION, '11:00'));
  test('may do nothing before the patient has said yes on the own phone', async () => {
    const [patient, helper] = [await person(), await phones.volunteer()];
    const asked = accepted(await phones.ask(helper, await phones.codeOf(patient.openid)));
    expect(asked).toMatchObject({
      state: 'asked',
      maskedPatientName: '试*人',
      volunteerLabel: '志愿者小陈',
    });
    expect(await mayBook(helper, patient.patientId)).toBe('NOT_FOUND');
    const help = accepted(await hospital.ask(patient.openid, 'identity', 'getHelp', {}));
    expect(help.asking).toEqual(asked);
    const stranger = await person();
    expect(refusal(await phones.agree(stranger.openid, asked.assistanceId))).toBe('NOT_FOUND');
    expect(refusal(await phones.agree(helper, asked.assistanceId))).toBe('CONSENT_MISSING');
    expect(accepted(await phones.agree(patient.openid, asked.assistanceId)).running?.state).toBe('running');
  });

  test('books on the patient’s books, sees everything masked, and never pays or opens reports', async () => {
    const patient = await person();
    const { helper, assistanceId } = await phones.running(patient);
    const { acting, patients } = await phones.me(helper);
    expect(patients).toEqual([]);
    expect(acting).toMatchObject({
      assistanceId,
      patient: {
        relationship: 'assisted',
        maskedName: '试*人',
        outpatientNumber: expect.stringMatching(/\*\*/),
      },
    });
    const forPatient = { openid: helper, patientId: patient.patientId };
    const { appointmentId } = accepted(await book(hospital, forPatient, SESSION, '09:00'));
    const pay = (openid: string) =>
      hospital.ask(openid, 'billing', 'payAppointment', { requestId: newRequest(), appointmentId });
    expect(refusal(await pay(helper))).toBe('NOT_FOUND');
    expect(refusal(await pay(patient.openid))).toBe('ACCEPTED');
    for (const openid of [patient.openid, helper]) {
      const listed = accepted(await hospital.ask(openid, 'booking', 'listAppointments', {}));
      expect(listed.map((one) => one.appointmentId)).toEqual([appointmentId]);
    }
    const { patientId } = patient;
    const tasks = accepted(await hospital.ask(helper, 'visit', 'listTasks', { patientId }));
    expect(tasks.map(({ kind }) => kind)).not.toContain('pay-appointment');

    await hospital.pass(2);
    const log = await documentsOf<AuditEntry>(hospital.cloud, 'audit-log');
    const held = log.find(
      (entry) => entry.documentId === appointmentId && entry.action === 'appointment.hold',
    );
    expect(held).toMatchObject({ role: 'volunteer', patientId: patient.patientId, mandateId: assistanceId });
    expect(held?.actor).not.toBe(held?.patientId);
    const listing = log.find(
      ({ action, mandateId }) => action === 'booking.listAppointments' && mandateId === assistanceId,
    );
    expect(listing).toMatchObject({ role: 'volunteer', patientId: patient.patientId });
    const acted = await hospital.ask(patient.openid, 'identity', 'listAccesses', {
      patientId: patient.patientId,
      about: 'acted',
    });
    expect(accepted(acted)).toContainEqual(
      expect.objectContaining({ role: 'volunteer', label: '志愿者小陈', action: 'appointment.hold' }),
    );
    accepted(await phones.end(patient.openid, assistanceId));
    const summary = await hospital.ask(patient.openid, 'identity', 'summarizeAssistance', { assistanceId });
    expect(accepted(summary).acts.map(({ action }) => action)).toContain('appointment.hold');
    expect(refusal(await hospital.ask(helper, 'identity', 'summarizeAssistance', { assistanceId }))).toBe(
      'NOT_FOUND',
    );
  });

  test('has own appointments out of sight while helping, and in sight again afterwards', async () => {
    const patient = await person();
    const own = await person();
    await staffMember(hospital, { role: 'volunteer', openid: own.openid });
    const { appointmentId } = accepted(await book(hospital, own, SESSION, '10:30'));
    const listed = async () =>
      accepted(await hospital.ask(own.openid, 'booking', 'listAppointments', {})).map(
        (one) => one.appointmentId,
      );
    const { assistanceId } = await phones.running(patient, own.openid);
    expect(await listed()).toEqual([]);
    accepted(await phones.end(own.openid, assistanceId));
    expect(await listed()).toEqual([appointmentId]);
  });

  test('opens no report, not even one whose id is known, whatever the patient agreed to', async () => {
    const patient = await person();
    const { helper } = await phones.running(patient);
    const { patientId } = patient;
    const reportId = `report${String(serial)}`;
    await insertDocuments(hospital.cloud, 'reports', [
      { _id: reportId, revision: 0, patientId, practitionerId: 'dr-tian', status: 'final' },
    ]);
    const answers = await Promise.all([
      hospital.ask(helper, 'report', 'getReport', { reportId }),
      hospital.ask(helper, 'report', 'listReports', { patientId }),
      hospital.ask(helper, 'report', 'markSeen', { requestId: newRequest(), reportId, version: 1 }),
      hospital.ask(helper, 'billing', 'listBills', { patientId }),
      hospital.ask(helper, 'clinic', 'listOrders', { patientId }),
    ]);
    expect(answers.map(refusal)).toEqual(Array(answers.length).fill('NOT_FOUND'));
  });

  test.each(['patient', 'volunteer'] as const)('is out at once when the %s ends it', async (side) => {
    const patient = await person();
    const { helper, assistanceId } = await phones.running(patient);
    expect(await mayBook(helper, patient.patientId)).not.toBe('NOT_FOUND');
    accepted(await phones.end(side === 'patient' ? patient.openid : helper, assistanceId));
    expect(await mayBook(helper, patient.patientId)).toBe('NOT_FOUND');
    expect((await phones.me(helper)).acting).toBeNull();
    expect(refusal(await phones.agree(patient.openid, assistanceId))).toBe('ASSISTANCE_OVER');
  });

  test('is out by time, also while the phone is in use', async () => {
    const patient = await person();
    const { helper, assistanceId } = await phones.running(patient);
    const stay = () =>
      hospital.ask(helper, 'identity', 'stayWithPatient', { requestId: newRequest(), assistanceId });
    await hospital.cloud.clock.advance(15 * 60_000);
    expect(accepted(await stay()).state).toBe('running');
    await hospital.cloud.clock.advance(14 * 60_000);
    expect(accepted(await stay()).state).toBe('running');
    await hospital.cloud.clock.advance(60_000);
    expect(refusal(await stay())).toBe('ASSISTANCE_OVER');
    expect(await mayBook(helper, patient.patientId)).toBe('NOT_FOUND');
  });

  test('who goes away is out after a while', async () => {
    const patient = await person();
    const { helper } = await phones.running(patient);
    await hospital.cloud.clock.advance(20 * 60_000);
    expect(await mayBook(helper, patient.patientId)).toBe('NOT_FOUND');
    const help = accepted(await hospital.ask(patient.openid, 'identity', 'getHelp', {}));
    expect(help).toMatchObject({ running: null, last: { state: 'left' } });
  });

  test('whose role is taken back is out in the middle of it', async () => {
    const patient = await person();
    const { helper } = await phones.running(patient);
    const administrator = await staffMember(hospital, { role: 'administrator' });
    const roles = accepted(await hospital.ask(administrator, 'identity', 'listRoles', {}));
    const own = roles.filter(({ role, state }) => role === 'volunteer' && state === 'in-force');
    for (const { grantId } of own) {
      accepted(
        await hospital.ask(administrator, 'identity', 'revokeRole', { requestId: newRequest(), grantId }),
      );
    }
    expect(await mayBook(helper, patient.patientId)).toBe('NOT_FOUND');
    expect((await phones.me(helper)).acting).toBeNull();
    const help = accepted(await hospital.ask(patient.openid, 'identity', 'getHelp', {}));
    expect(help).toMatchObject({ running: null, last: { state: 'ended', endedBy: 'hospital' } });
  });

  test.each([
    ['signs out', 'signOut'],
    ['takes the consent back', 'withdrawConsent'],
    ['takes the card off', 'unbindPatient'],
    ['deletes everything', 'deleteMyData'],
  ] as const)('is out when the patient %s', async (_what, procedure) => {
    const patient = await person();
    const { helper, assistanceId } = await phones.running(patient);
    const more = procedure === 'unbindPatient' ? { patientId: patient.patientId } : {};
    accepted(
      await hospital.ask(patient.openid, 'identity', procedure, {
        requestId: newRequest(),
        ...more,
      } as never),
    );
    expect((await phones.me(helper)).acting).toBeNull();
    const stay = { requestId: newRequest(), assistanceId };
    expect(refusal(await hospital.ask(helper, 'identity', 'stayWithPatient', stay))).toBe('ASSISTANCE_OVER');
  });

  test.each(['signOut', 'deleteMyData'] as const)(
    'who leaves by %s is out, and the patient sees it',
    async (procedure) => {
      const patient = await person();
      const { helper } = await phones.running(patient);
      accepted(await hospital.ask(helper, 'identity', procedure, { requestId: newRequest() }));
      const help = accepted(await hospital.ask(patient.openid, 'identity', 'getHelp', {}));
      expect(help).toMatchObject({ running: null, last: { state: 'ended', endedBy: 'volunteer' } });
    },
  );

  test('helps one patient at a time, and nobody but that one', async () => {
    const [first, second] = [await person(), await person()];
    const { helper, assistanceId } = await phones.running(first);
    expect(refusal(await phones.ask(helper, await phones.codeOf(second.openid)))).toBe('ASSISTING_ALREADY');
    expect(await mayBook(helper, second.patientId)).toBe('NOT_FOUND');
    accepted(await phones.end(helper, assistanceId));
    await phones.running(second, helper);
    expect(await mayBook(helper, first.patientId)).toBe('NOT_FOUND');
  });

  test('finishes a question that broke off before it reached the own account by the same tap', async () => {
    const [patient, helper] = [await person(), await phones.volunteer()];
    const [code, requestId] = [await phones.codeOf(patient.openid), newRequest()];
    const match = { action: 'database.modifyDocument', collection: 'accounts' };
    hospital.cloud.faults.set({ name: 'database-fail', match, times: 1 });
    expect(refusal(await phones.ask(helper, code, PURPOSES, requestId))).toBe('FAULT');
    const { asking } = accepted(await hospital.ask(patient.openid, 'identity', 'getHelp', {}));
    // The patient's yes in between gives nothing away: the volunteer's account does not know of it.
    accepted(await phones.agree(patient.openid, asking?.assistanceId ?? ''));
    expect(await mayBook(helper, patient.patientId)).toBe('NOT_FOUND');
    accepted(await phones.ask(helper, code, PURPOSES, requestId));
    expect(await mayBook(helper, patient.patientId)).not.toBe('NOT_FOUND');
    expect(refusal(await phones.ask(helper, code, ['way'], requestId))).toBe('REQUEST_ID_REUSED');
  });

  test('types in the card of a patient who has none, into the patient’s own account', async () => {
    const [openid, helper] = [`oAssisted_${(serial += 1)}`, await phones.volunteer()];
    await agreeAndVerify(hospital, openid, `1990009${String(serial).padStart(4, '0')}`);
    const { assistanceId } = accepted(
      await phones.ask(helper, await phones.codeOf(openid), ['bind', 'book']),
    );
    const purposes = ['bind' as const, 'book' as const];
    const yes = { requestId: newRequest(), assistanceId, purposes, minutes: 30 };
    accepted(await hospital.ask(openid, 'identity', 'consentToAssistance', yes));
    const form = {
      requestId: newRequest(),
      assistanceId,
      name: '试验人',
      identityNumber: inventIdentityNumber(serial),
      visitedBefore: false,
    };
    const bound = accepted(await hospital.ask(helper, 'identity', 'bindForAssisted', form));
    expect(bound.maskedPatientName).toBe('试*人');
    expect(accepted(await hospital.ask(helper, 'identity', 'bindForAssisted', form))).toEqual(bound);
    const [card] = (await phones.me(openid)).patients;
    expect(card).toMatchObject({ relationship: 'self', isDefault: true });
    expect((await phones.me(helper)).patients).toEqual([]);
    expect(await mayBook(helper, card?.patientId ?? '')).not.toBe('NOT_FOUND');
    await hospital.pass(2);
    const acted = { patientId: card?.patientId ?? '', about: 'acted' as const };
    const lines = accepted(await hospital.ask(openid, 'identity', 'listAccesses', acted));
    expect(lines).toContainEqual(
      expect.objectContaining({ role: 'volunteer', action: 'identity.bindForAssisted' }),
    );
  });

  test('acts for somebody without WeChat whose card was shown at the window', async () => {
    const helper = await phones.volunteer();
    const badge = async () =>
      accepted(await hospital.ask(helper, 'identity', 'makeBadgeCode', { requestId: newRequest() })).code;
    const identityNumber = inventIdentityNumber((serial += 1), '19500101');
    const form = async (more: { phone?: string; name?: string } = {}) => ({
      requestId: newRequest(),
      code: await badge(),
      name: '老试验',
      identityNumber,
      phone: '19900098888',
      purposes: PURPOSES,
      minutes: 60,
      ...more,
    });
    const open = async (openid: string, input: Awaited<ReturnType<typeof form>>) =>
      hospital.ask(openid, 'identity', 'openAssistanceAtWindow', input);
    expect(refusal(await open(helper, await form()))).toBe('NOT_FOUND');
    expect(refusal(await open(window, { ...(await form()), code: '00000000' }))).toBe('PAIRING_UNKNOWN');
    expect(refusal(await open(window, { ...(await form()), minutes: 7 }))).toBe('ASSISTANCE_TERMS');
    const input = await form();
    const opened = accepted(await open(window, input));
    expect(opened).toMatchObject({ state: 'running', consentedBy: 'window', maskedPatientName: '老*验' });
    expect(accepted(await open(window, input)).assistanceId).toBe(opened.assistanceId);
    expect(refusal(await open(window, await form()))).toBe('ASSISTING_ALREADY');
    const { acting } = await phones.me(helper);
    const patientId = acting?.patient?.patientId ?? '';
    expect(refusal(await book(hospital, { openid: helper, patientId }, SESSION, '10:00'))).toBe('ACCEPTED');
    const listed = accepted(await hospital.ask(window, 'identity', 'listOpenedAssistances', {}));
    expect(listed.opened[0]?.assistanceId).toBe(opened.assistanceId);
    // The number is told here: by it the window finds what is to be paid in cash.
    const outpatientNumber = listed.opened[0]?.outpatientNumber ?? '';
    const found = await hospital.ask(window, 'billing', 'findAtWindow', { outpatientNumber });
    expect(accepted(found)).toMatchObject({ patientId });
    accepted(await phones.end(window, opened.assistanceId));
    expect((await phones.me(helper)).acting).toBeNull();
    expect(refusal(await open(window, await form({ name: '别的人' })))).toBe('PERSON_MISMATCH');
    expect(refusal(await open(window, await form({ phone: '19900097777' })))).toBe('PERSON_MISMATCH');
  });

  test('comes to those who wait, one to each, the longest first', async () => {
    const [patient, one, other] = [await person(), await phones.volunteer(), await phones.volunteer()];
    const wish = () => ({ requestId: newRequest(), wish: 'way' as const, place: '门诊大厅' });
    const { request } = accepted(await hospital.ask(patient.openid, 'identity', 'requestHelp', wish()));
    expect(refusal(await hospital.ask(patient.openid, 'identity', 'requestHelp', wish()))).toBe(
      'HELP_ALREADY_ASKED',
    );
    const helpRequestId = request?.helpRequestId ?? '';
    const take = (openid: string) =>
      hospital.ask(openid, 'identity', 'takeHelpRequest', { requestId: newRequest(), helpRequestId });
    expect(accepted(await hospital.ask(one, 'identity', 'getVolunteerDesk', {})).open).toHaveLength(1);
    expect(refusal(await take(patient.openid))).toBe('NOT_FOUND');
    expect(accepted(await take(one)).mine).toHaveLength(1);
    expect(refusal(await take(other))).toBe('HELP_TAKEN');
    expect(accepted(await hospital.ask(patient.openid, 'identity', 'getHelp', {})).request).toMatchObject({
      state: 'taken',
      takenLabel: '志愿者小陈',
    });
    const cancel = { requestId: newRequest(), helpRequestId };
    expect(refusal(await hospital.ask(other, 'identity', 'finishHelpRequest', cancel))).toBe('NOT_FOUND');
    expect(accepted(await hospital.ask(patient.openid, 'identity', 'cancelHelp', cancel)).request).toBeNull();
    expect(accepted(await hospital.ask(one, 'identity', 'getVolunteerDesk', {})).mine).toEqual([]);
  });

  describe('who said “I am coming”', () => {
    const waiting = async () => {
      const [patient, one, other] = [await person(), await phones.volunteer(), await phones.volunteer()];
      const wish = { requestId: newRequest(), wish: 'wheelchair' as const, place: '门诊大厅' };
      const { request } = accepted(await hospital.ask(patient.openid, 'identity', 'requestHelp', wish));
      const input = () => ({ requestId: newRequest(), helpRequestId: request?.helpRequestId ?? '' });
      accepted(await hospital.ask(one, 'identity', 'takeHelpRequest', input()));
      const state = async () =>
        accepted(await hospital.ask(patient.openid, 'identity', 'getHelp', {})).request?.state ?? null;
      expect(await state()).toBe('taken');
      return { patient, one, other, input, state };
    };

    test('and cannot come gives the request back to the others', async () => {
      const { one, other, input, state } = await waiting();
      expect(refusal(await hospital.ask(other, 'identity', 'returnHelpRequest', input()))).toBe('NOT_FOUND');
      accepted(await hospital.ask(one, 'identity', 'returnHelpRequest', input()));
      expect(await state()).toBe('open');
      expect(accepted(await hospital.ask(other, 'identity', 'takeHelpRequest', input())).mine).toHaveLength(
        1,
      );
    });

    test('and never comes is not waited for: somebody else may, and after hours nobody is promised', async () => {
      const { patient, one, other, input, state } = await waiting();
      await hospital.cloud.clock.advance(31 * 60_000);
      expect(await state()).toBe('open');
      expect(accepted(await hospital.ask(other, 'identity', 'takeHelpRequest', input())).mine).toHaveLength(
        1,
      );
      expect(accepted(await hospital.ask(one, 'identity', 'getVolunteerDesk', {})).mine).toEqual([]);
      await hospital.cloud.clock.advance(3 * 60 * 60_000);
      expect(await state()).toBeNull();
      const again = { requestId: newRequest(), wish: 'way' as const, place: '门诊大厅' };
      expect(refusal(await hospital.ask(patient.openid, 'identity', 'requestHelp', again))).toBe('ACCEPTED');
    });

    test('and whose account goes is not waited for', async () => {
      const { one, state } = await waiting();
      accepted(await hospital.ask(one, 'identity', 'deleteMyData', { requestId: newRequest() }));
      expect(await state()).toBe('open');
    });

    test('has come once the patient says yes', async () => {
      const { patient, one, state } = await waiting();
      await phones.running(patient, one);
      expect(await state()).toBeNull();
      expect(accepted(await hospital.ask(one, 'identity', 'getVolunteerDesk', {})).mine).toEqual([]);
    });
  });

  const walks = process.env['WALKS'];
  test(
    'reads and does, like a relative and a nurse, what the rules allow, whatever happened before; all on record',
    async () => {
      const administrator = await staffMember(hospital, { role: 'administrator' });
      const allowed = new Set<string>();
      let patientId = '';
      await fc.assert(
        fc.asyncProperty(fc.array(aStep, { minLength: 16, maxLength: 16 }), async (steps) => {
          const walkers = await walkersIn(hospital, (serial += 2) - 1, administrator);
          for (const what of await walk(hospital, walkers, [...EVERYTHING, ...steps])) allowed.add(what);
          ({ patientId } = walkers);
        }),
        // One walk is always the same; who has the time asks for others.
        { ...(walks ? { numRuns: Number(walks) } : { numRuns: 1, seed: 7 }), endOnFailure: true },
      );
      expect(allowed.size).toBe(QUESTIONS);
      const log = await documentsOf<AuditEntry>(hospital.cloud, 'audit-log');
      const looks = log.filter((entry) => entry.patientId === patientId && entry._id.startsWith('v'));
      expect(looks.map(({ role, action }) => `${role} ${action}`)).toEqual(
        expect.arrayContaining([...LOOKS]),
      );
    },
    120_000 * Number(walks ?? 1),
  );

  test('is lent nobody by a guardian whose child has grown up', async () => {
    const mother = await person();
    const bound = await hospital.ask(mother.openid, 'identity', 'bindPatient', {
      requestId: newRequest(),
      name: '试小人',
      identityNumber: inventIdentityNumber((serial += 1), '20120320'),
      relationship: 'child',
      visitedBefore: false,
    });
    const { patientId } = accepted(bound).patient;
    const onTop = { requestId: newRequest(), patientId };
    accepted(await hospital.ask(mother.openid, 'identity', 'setDefaultPatient', onTop));
    const young = await phones.running(mother);
    expect((await phones.me(young.helper)).acting?.patient?.patientId).toBe(patientId);
    accepted(await phones.end(mother.openid, young.assistanceId));
    await hospital.cloud.clock.advance(11 * 24 * 60 * 60_000);
    const { helper } = await phones.running(mother);
    expect((await phones.me(helper)).acting?.patient?.patientId).toBe(mother.patientId);
  });
});
