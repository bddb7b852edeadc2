import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { ConsentView } from '@core/contract/family';
import type { WantedMessage } from '@core/contract/message';
import { documentsOf, insertDocuments } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import {
  agreeAndVerify,
  book,
  boundPatient,
  inventIdentityNumber,
  newRequest,
  type PatientUnderTest,
} from '../patient-under-test';
import { accepted, refusal } from '../visit-under-test';

jest.setTimeout(120_000);

const DAY = 24 * 60;

describe('adults of a family', () => {
  let hospital: HospitalUnderTest;
  let serial = 300;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());

  const person = () => boundPatient(hospital, (serial += 1));
  const codeOf = async ({ openid }: PatientUnderTest) =>
    accepted(await hospital.ask(openid, 'identity', 'askRelative', { requestId: newRequest() })).code;
  const grant = (
    { openid, patientId }: PatientUnderTest,
    code: string,
    more: {
      scopes?: ('book' | 'way' | 'pay' | 'reports' | 'bind')[];
      days?: number;
      requestId?: string;
    } = {},
  ) =>
    hospital.ask(openid, 'identity', 'grantConsent', {
      requestId: newRequest(),
      patientId,
      code,
      scopes: ['book'],
      days: 30,
      ...more,
    });
  const cards = async ({ openid }: PatientUnderTest) =>
    accepted(await hospital.ask(openid, 'identity', 'getMe', {})).patients;
  const mayBook = async (relative: PatientUnderTest, patientId: string) => {
    const forPatient = { openid: relative.openid, patientId };
    const answer = await book(hospital, forPatient, 'dr-tian_2026-03-12_am', '09:30');
    return refusal(answer);
  };
  const revoke = ({ openid }: PatientUnderTest, consentId: string) =>
    hospital.ask(openid, 'identity', 'revokeConsent', { requestId: newRequest(), consentId });
  const given = async (mother: PatientUnderTest, daughter: PatientUnderTest): Promise<ConsentView> =>
    accepted(await grant(mother, await codeOf(daughter)));
  const views = async ({ openid }: PatientUnderTest, patientId: string) =>
    refusal(await hospital.ask(openid, 'identity', 'listAccesses', { patientId, about: 'looked' }));
  const looks = async ({ openid, patientId }: PatientUnderTest) =>
    accepted(await hospital.ask(openid, 'identity', 'listAccesses', { patientId, about: 'looked' })).map(
      ({ role, label, action }) => [role, label, action],
    );
  /** The hospital has something to say to the one relative of a patient, about this patient. */
  const tell = async ({ patientId }: PatientUnderTest, said: Pick<WantedMessage, 'kind' | 'fields'>) => {
    const given = await documentsOf<{ patientId: string; relativeAccountId: string }>(
      hospital.cloud,
      'consents',
    );
    const accountId = given.find((one) => one.patientId === patientId)?.relativeAccountId;
    const messageId = newRequest();
    const payload = { ...said, messageId, accountId, patientId };
    const deliver = { messageId, event: 'message-wanted', payload, at: hospital.cloud.clock.now() };
    await hospital.cloud.invoke({ name: 'message', source: 'wx_client,scf', data: { deliver } });
  };
  const TURN = {
    kind: 'called-to-room',
    fields: { appointmentId: 'a1', place: '3 诊室', queueNumber: 3 },
  } as const;
  const REPORT = { kind: 'report-ready', fields: { reportId: 'r1', category: 'laboratory' } } as const;
  const heard = async ({ openid }: PatientUnderTest) => {
    const { unread, messages } = accepted(await hospital.ask(openid, 'message', 'listMessages', {}));
    const badge = accepted(await hospital.ask(openid, 'message', 'countUnread', {})).unread;
    expect([unread, badge]).toEqual([messages.length, messages.length]);
    return messages.map(({ kind }) => kind);
  };

  test('see who asks before they say yes, and the card is on the other phone at once', async () => {
    const [mother, daughter] = [await person(), await person()];
    const code = await codeOf(daughter);
    const invitation = accepted(await hospital.ask(mother.openid, 'identity', 'getInvitation', { code }));
    expect(invitation).toMatchObject({ maskedName: '试*人', maskedPhone: expect.stringMatching(/^199\*+/) });
    const consent = accepted(await grant(mother, code));
    expect(consent).toMatchObject({ scopes: ['book'], state: 'in-force', maskedRelativeName: '试*人' });
    expect((await cards(daughter)).map(({ relationship, mayAct }) => [relationship, mayAct])).toEqual([
      ['self', true],
      ['relative', true],
    ]);
    const family = accepted(await hospital.ask(mother.openid, 'identity', 'listFamily', {}));
    expect(family.given).toEqual([consent]);
    expect(await looks(daughter)).toEqual([['anyone', null, 'identity.getInvitation']]);
  });

  test('may do what was ticked, and what was not is as unknown as a stranger', async () => {
    const [mother, daughter, stranger] = [await person(), await person(), await person()];
    await given(mother, daughter);
    const forMother = { openid: daughter.openid, patientId: mother.patientId };
    const booked = await book(hospital, forMother, 'dr-tian_2026-03-12_am', '09:00');
    expect(refusal(booked)).toBe('ACCEPTED');
    expect(await mayBook(stranger, mother.patientId)).toBe('NOT_FOUND');
    // What a relative may never do: look into who looked, or pass the right on.
    expect(await views(daughter, mother.patientId)).toBe('NOT_FOUND');
    expect(await views(mother, mother.patientId)).toBe('ACCEPTED');
    const passedOn = await hospital.ask(daughter.openid, 'identity', 'grantConsent', {
      requestId: newRequest(),
      patientId: mother.patientId,
      code: await codeOf(stranger),
      scopes: ['book'],
      days: 30,
    });
    expect(refusal(passedOn)).toBe('NOT_FOUND');
  });

  test('are written down when they look, by what they were allowed, and looks push no act out of sight', async () => {
    const [mother, daughter] = [await person(), await person()];
    const { consentId } = await given(mother, daughter);
    const forMother = { openid: daughter.openid, patientId: mother.patientId };
    accepted(await book(hospital, forMother, 'dr-tian_2026-03-12_am', '10:00'));
    accepted(await hospital.ask(daughter.openid, 'booking', 'listAppointments', {}));
    const { patientId } = mother;
    accepted(await hospital.ask(daughter.openid, 'clinic', 'listPatientAdmissions', { patientId }));
    await cards(daughter);
    accepted(await hospital.ask(daughter.openid, 'identity', 'listFamily', {}));
    await tell(mother, TURN);
    expect(await heard(daughter)).toEqual(['called-to-room']);
    await hospital.pass(2);
    const about = (kind: 'looked' | 'acted') =>
      hospital.ask(mother.openid, 'identity', 'listAccesses', { patientId: mother.patientId, about: kind });
    expect(await looks(mother)).toEqual(
      expect.arrayContaining([
        ['relative', '试*人', 'identity.getMe'],
        ['relative', '试*人', 'identity.listFamily'],
        ['relative', '试*人', 'booking.listAppointments'],
        ['relative', '试*人', 'clinic.listPatientAdmissions'],
        ['relative', '试*人', 'message.listMessages'],
      ]),
    );
    const [held] = accepted(await about('acted')).filter(({ action }) => action === 'appointment.hold');
    expect(held).toMatchObject({ role: 'relative', label: '试*人' });
    const later = hospital.cloud.clock.now() + 1;
    const crowd = Array.from({ length: 300 }, (_, index) => ({
      _id: `vcrowd${String(serial)}_${String(index)}`,
      patientId: mother.patientId,
      actor: 'somebody',
      role: 'nurse',
      mandateId: null,
      action: 'visit.listAreaQueue',
      at: later,
      seal: null,
    }));
    await insertDocuments(hospital.cloud, 'audit-log', crowd);
    expect(accepted(await about('acted'))).toContainEqual(held);
    expect(accepted(await about('looked'))).toHaveLength(300);
    accepted(await revoke(mother, consentId));
  });

  test('who may not pay finds nothing to pay, and who may not read no report', async () => {
    const [mother, daughter] = [await person(), await person()];
    const code = async () => codeOf(daughter);
    accepted(await grant(mother, await code(), { scopes: ['book', 'way'] }));
    const forMother = { openid: daughter.openid, patientId: mother.patientId };
    const { patientId } = mother;
    const { appointmentId } = accepted(await book(hospital, forMother, 'dr-tian_2026-03-12_am', '10:30'));
    const pay = () =>
      hospital.ask(daughter.openid, 'billing', 'payAppointment', { requestId: newRequest(), appointmentId });
    const tasks = async ({ openid }: PatientUnderTest) =>
      accepted(await hospital.ask(openid, 'visit', 'listTasks', { patientId })).map(({ kind }) => kind);
    expect(await tasks(mother)).toContain('pay-appointment');
    expect(await tasks(daughter)).not.toContain('pay-appointment');
    expect(refusal(await pay())).toBe('NOT_FOUND');
    expect(refusal(await hospital.ask(daughter.openid, 'report', 'listReports', { patientId }))).toBe(
      'NOT_FOUND',
    );
    accepted(await grant(mother, await code(), { scopes: ['book', 'way', 'pay'] }));
    expect(await tasks(daughter)).toContain('pay-appointment');
    expect(refusal(await pay())).toBe('ACCEPTED');
  });

  test('who care for as many as may be can be allowed anew by one of them', async () => {
    const [mother, daughter] = [await person(), await person()];
    accepted(await grant(mother, await codeOf(daughter), { days: 1 }));
    await childOf(daughter, '20200101');
    const further = await hospital.ask(daughter.openid, 'identity', 'bindPatient', {
      requestId: newRequest(),
      name: '试小人',
      identityNumber: inventIdentityNumber((serial += 1), '20200101'),
      relationship: 'child',
      visitedBefore: false,
    });
    expect(refusal(further)).toBe('TOO_MANY_PATIENTS');
    await hospital.cloud.clock.advance(DAY * 60_000);
    // What an expired consent leaves on the phone is a masked card.
    const [, over] = await cards(daughter);
    expect(over).toMatchObject({
      mayAct: false,
      otherNumbers: [],
      outpatientNumber: expect.stringMatching(/\*\*/),
    });
    accepted(await grant(mother, await codeOf(daughter), { days: 30 }));
    expect((await cards(daughter))[1]).toMatchObject({ mayAct: true });
  });

  test('on two phones at once bind no more people than the hospital allows', async () => {
    const mother = await person();
    await childOf(mother, '20200101');
    const both = [(serial += 1), (serial += 1)].map((of) =>
      hospital.ask(mother.openid, 'identity', 'bindPatient', {
        requestId: newRequest(),
        name: '试小人',
        identityNumber: inventIdentityNumber(of, '20200101'),
        relationship: 'child',
        visitedBefore: false,
      }),
    );
    expect((await Promise.all(both)).map(refusal).sort()).toEqual(['ACCEPTED', 'TOO_MANY_PATIENTS']);
    expect(await cards(mother)).toHaveLength(3);
  });

  test('can do nothing from the moment of the revocation, and the card is gone', async () => {
    const [mother, daughter] = [await person(), await person()];
    const { consentId } = await given(mother, daughter);
    expect(refusal(await revoke(daughter, consentId))).toBe('NOT_FOUND');
    expect(accepted(await revoke(mother, consentId)).given[0]).toMatchObject({
      state: 'revoked',
      revokedBy: 'patient',
    });
    expect(await mayBook(daughter, mother.patientId)).toBe('NOT_FOUND');
    expect(await cards(daughter)).toHaveLength(1);
    expect(refusal(await revoke(mother, consentId))).toBe('ACCEPTED');
  });

  test('end it from the other side by taking the card off', async () => {
    const [mother, daughter] = [await person(), await person()];
    await given(mother, daughter);
    accepted(
      await hospital.ask(daughter.openid, 'identity', 'unbindPatient', {
        requestId: newRequest(),
        patientId: mother.patientId,
      }),
    );
    const family = accepted(await hospital.ask(mother.openid, 'identity', 'listFamily', {}));
    expect(family.given[0]).toMatchObject({ state: 'revoked', revokedBy: 'relative' });
  });

  test('lose it when the patient takes the own card off', async () => {
    const [mother, daughter] = [await person(), await person()];
    await given(mother, daughter);
    const { openid, patientId } = mother;
    accepted(await hospital.ask(openid, 'identity', 'unbindPatient', { requestId: newRequest(), patientId }));
    expect(await mayBook(daughter, patientId)).toBe('NOT_FOUND');
    expect(await cards(daughter)).toHaveLength(1);
  });

  test('lose it at midnight of the last day; the card stays and says so', async () => {
    const [mother, daughter] = [await person(), await person()];
    accepted(await grant(mother, await codeOf(daughter), { days: 1 }));
    // What is said of the mother is heard as far as she agreed, and no longer.
    await tell(mother, TURN);
    await tell(mother, REPORT);
    expect(await heard(daughter)).toEqual(['called-to-room']);
    await hospital.cloud.clock.advance(DAY * 60_000);
    expect(await heard(daughter)).toEqual([]);
    expect(await mayBook(daughter, mother.patientId)).toBe('NOT_FOUND');
    expect((await cards(daughter))[1]).toMatchObject({ relationship: 'relative', mayAct: false });
    // Agreeing anew puts it right; there is still one consent.
    const again = accepted(await grant(mother, await codeOf(daughter), { scopes: ['book', 'pay'] }));
    expect(again).toMatchObject({ scopes: ['book', 'pay'], state: 'in-force' });
    const family = accepted(await hospital.ask(mother.openid, 'identity', 'listFamily', {}));
    expect(family.given).toHaveLength(1);
  });

  test('use a code once, in time, and not on the phone that shows it', async () => {
    const [mother, daughter, stranger] = [await person(), await person(), await person()];
    const code = await codeOf(daughter);
    // Who asks is not shown either where nothing could be granted.
    const shown = async ({ openid }: PatientUnderTest, text: string) =>
      refusal(await hospital.ask(openid, 'identity', 'getInvitation', { code: text }));
    expect(await shown(daughter, code)).toBe('PAIRING_OWN');
    expect(refusal(await grant(daughter, code))).toBe('PAIRING_OWN');
    expect(refusal(await grant(mother, '00000000'))).toBe('PAIRING_UNKNOWN');
    expect(refusal(await grant(mother, code, { scopes: ['bind'] }))).toBe('CONSENT_TERMS');
    expect(refusal(await grant(mother, code, { days: 31 }))).toBe('CONSENT_TERMS');
    const requestId = newRequest();
    const first = accepted(await grant(mother, code, { requestId }));
    expect(accepted(await grant(mother, code, { requestId }))).toEqual(first);
    expect(refusal(await grant(mother, code, { requestId, scopes: ['pay'] }))).toBe('REQUEST_ID_REUSED');
    expect(await shown(stranger, code)).toBe('PAIRING_USED');
    expect(refusal(await grant(stranger, code))).toBe('PAIRING_USED');
    const late = await codeOf(daughter);
    await hospital.cloud.clock.advance(DAY * 60_000);
    expect(await shown(stranger, late)).toBe('PAIRING_EXPIRED');
    expect(refusal(await grant(stranger, late))).toBe('PAIRING_EXPIRED');
  });

  test('are asked for a limited number of wrong codes', async () => {
    const guesser = await person();
    const answers: string[] = [];
    for (let guess = 0; guess < 11; guess += 1) {
      const code = String(10_000_000 + guess);
      answers.push(refusal(await hospital.ask(guesser.openid, 'identity', 'getInvitation', { code })));
    }
    expect(answers.at(-2)).toBe('PAIRING_UNKNOWN');
    expect(answers.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });

  test('are finished by the courier where the call broke off before the card was on the phone', async () => {
    const [mother, daughter] = [await person(), await person()];
    const code = await codeOf(daughter);
    const match = { action: 'database.modifyDocument', collection: 'accounts' };
    hospital.cloud.faults.set({ name: 'database-fail', match, times: 1 });
    accepted(await grant(mother, code));
    expect(await cards(daughter)).toHaveLength(1);
    await hospital.pass(2);
    expect((await cards(daughter)).map(({ relationship }) => relationship)).toEqual(['self', 'relative']);
  });

  /** A child on a parent's card. Two parents share the phone number that the register knows. */
  const childOf = async ({ openid }: { readonly openid: string }, birth: string, of = (serial += 1)) => {
    const bound = await hospital.ask(openid, 'identity', 'bindPatient', {
      requestId: newRequest(),
      name: '试小人',
      identityNumber: inventIdentityNumber(of, birth),
      relationship: 'child',
      visitedBefore: false,
    });
    return { openid, patientId: accepted(bound).patient.patientId };
  };
  const bornYearsAgo = (years: number, days: number): string => {
    const at = new Date(hospital.cloud.clock.now() + days * DAY * 60_000 + 8 * 3_600_000);
    return `${String(at.getUTCFullYear() - years)}${at.toISOString().slice(5, 10).replace('-', '')}`;
  };
  const listed = async ({ openid }: { readonly openid: string }) =>
    accepted(await hospital.ask(openid, 'identity', 'listFamily', {})).given;

  test('what a guardian allowed for a child ends with the guardian’s own right', async () => {
    const [mother, aunt] = [await person(), await person()];
    const child = await childOf(mother, bornYearsAgo(14, 3));
    const consent = accepted(await grant(child, await codeOf(aunt), { days: 30 }));
    expect(consent.until - hospital.cloud.clock.now()).toBeLessThanOrEqual(3 * DAY * 60_000);
    expect(await mayBook(aunt, child.patientId)).not.toBe('NOT_FOUND');
    await hospital.cloud.clock.advance(3 * DAY * 60_000);
    expect(await mayBook(aunt, child.patientId)).toBe('NOT_FOUND');
  });

  test('two guardians of a child both see whom either let in, and either can take it back', async () => {
    const mother = await person();
    const phone = `1990009${String(serial).padStart(4, '0')}`;
    const father = { openid: `oFather_${String(serial)}` };
    await agreeAndVerify(hospital, father.openid, phone);
    const birth = bornYearsAgo(6, 0);
    const child = await childOf(mother, birth);
    const same = await childOf(father, birth, serial);
    expect(same.patientId).toBe(child.patientId);
    // That the father took the child's card is about the child, and his looks are not the mother's.
    const audit = (await documentsOf<{ audit: readonly object[] }>(hospital.cloud, 'accounts')).flatMap(
      (account) => account.audit,
    );
    const bound = { action: 'identity.bindPatient', role: 'patient', patientId: child.patientId };
    expect(audit).toContainEqual(expect.objectContaining(bound));
    accepted(await hospital.ask(father.openid, 'identity', 'getMe', {}));
    expect(await looks(child)).toEqual([['patient', null, 'identity.getMe']]);
    const aunt = await person();
    const { consentId } = accepted(await grant(child, await codeOf(aunt)));
    expect(await listed(father)).toMatchObject([{ consentId, state: 'in-force' }]);
    accepted(await revoke({ ...father, patientId: child.patientId }, consentId));
    expect(await mayBook(aunt, child.patientId)).toBe('NOT_FOUND');
    expect(await listed(mother)).toMatchObject([{ consentId, state: 'revoked' }]);
  });

  test('a child who has grown up lets the parent act again, by the card that is on the phone already', async () => {
    const mother = await person();
    const phone = `1990009${String(serial).padStart(4, '0')}`;
    const grown = { openid: `oGrown_${String((serial += 1))}` };
    const of = serial;
    const birth = bornYearsAgo(14, 1);
    const { patientId } = await childOf(mother, birth, of);
    await hospital.cloud.clock.advance(DAY * 60_000);
    expect(await mayBook(mother, patientId)).toBe('NOT_FOUND');
    await agreeAndVerify(hospital, grown.openid, phone);
    const own = await hospital.ask(grown.openid, 'identity', 'bindPatient', {
      requestId: newRequest(),
      name: '试小人',
      identityNumber: inventIdentityNumber(of, birth),
      relationship: 'self',
      visitedBefore: true,
    });
    expect(accepted(own).patient.patientId).toBe(patientId);
    accepted(await grant({ ...grown, patientId }, await codeOf(mother)));
    expect(await mayBook(mother, patientId)).not.toBe('NOT_FOUND');
    expect((await cards(mother))[1]).toMatchObject({ relationship: 'relative', mayAct: true });
  });

  test('can do nothing for a patient who took the hospital’s own consent back', async () => {
    const [mother, daughter] = [await person(), await person()];
    await given(mother, daughter);
    const { openid } = mother;
    accepted(await hospital.ask(openid, 'identity', 'withdrawConsent', { requestId: newRequest() }));
    expect(await mayBook(daughter, mother.patientId)).toBe('NOT_FOUND');
    expect(await cards(daughter)).toHaveLength(1);
  });

  test('a child of fourteen is in nobody’s hands but their own', async () => {
    const father = await person();
    const identityNumber = inventIdentityNumber((serial += 1), '20120320');
    const bound = accepted(
      await hospital.ask(father.openid, 'identity', 'bindPatient', {
        requestId: newRequest(),
        name: '试小人',
        identityNumber,
        relationship: 'child',
        visitedBefore: false,
      }),
    );
    const { patientId } = bound.patient;
    expect(await views(father, patientId)).toBe('ACCEPTED');
    await hospital.cloud.clock.advance(10 * DAY * 60_000);
    expect(await views(father, patientId)).toBe('NOT_FOUND');
    expect((await cards(father))[1]).toMatchObject({ relationship: 'child', mayAct: false });
  });
});
