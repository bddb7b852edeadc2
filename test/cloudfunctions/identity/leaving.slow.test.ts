import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Account } from '../../../cloudfunctions/_store/accounts';
import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import type { PaymentRecord } from '../../../cloudfunctions/_store/payments';
import { contract } from '@core/contract/index';
import type { Procedure } from '@core/contract/procedure';
import { sampleInput } from '../_kernel/sample-input';
import { COLLECTIONS, documentsOf } from '../documents';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { expectInvariants } from '../invariants';
import {
  agreeAndVerify,
  book,
  boundPatient,
  inventIdentityNumber,
  newRequest,
  type PatientUnderTest,
} from '../patient-under-test';
import { accepted, cancel, held, paid, refusal } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-12_am';

let hospital: HospitalUnderTest;
beforeAll(async () => {
  hospital = await openHospitalUnderTest();
});
afterAll(() => hospital.close());

describe('leaving', () => {
  let serial = 100;

  const patient = () => boundPatient(hospital, (serial += 1));
  const unbind = ({ openid, patientId }: PatientUnderTest) =>
    hospital.ask(openid, 'identity', 'unbindPatient', { requestId: newRequest(), patientId });
  const erase = ({ openid }: PatientUnderTest) =>
    hospital.ask(openid, 'identity', 'deleteMyData', { requestId: newRequest() });

  test('taking a card off waits for its live appointments, and leaves the register alone', async () => {
    const one = await patient();
    const { appointmentId } = await held(hospital, one, SESSION, '09:00');
    expect(await unbind(one)).toMatchObject({ error: 'LIVE_APPOINTMENTS', detail: { count: 1 } });
    accepted(await cancel(hospital, one, appointmentId, 'UNPAID'));
    expect(accepted(await unbind(one)).patients).toEqual([]);
    expect(refusal(await unbind(one))).toBe('NOT_FOUND');
    expect(refusal(await book(hospital, one, SESSION, '09:30'))).toBe('NOT_FOUND');
    expect((await documentsOf<{ _id: string }>(hospital.cloud, 'patients')).map(({ _id }) => _id)).toContain(
      one.patientId,
    );
  });

  test('the next card is on top once the first one is taken off', async () => {
    const one = await patient();
    const child = accepted(
      await hospital.ask(one.openid, 'identity', 'bindPatient', {
        requestId: newRequest(),
        name: '试验童',
        identityNumber: inventIdentityNumber(serial, '20180301'),
        relationship: 'child',
        visitedBefore: false,
      }),
    ).patient;
    expect(child.isDefault).toBe(false);
    const top = await hospital.ask(one.openid, 'identity', 'setDefaultPatient', {
      requestId: newRequest(),
      patientId: child.patientId,
    });
    expect(accepted(top).patients.map(({ isDefault }) => isDefault)).toEqual([false, true]);
    const { patients } = accepted(await unbind({ ...one, patientId: child.patientId }));
    expect(patients.map(({ patientId, isDefault }) => [patientId, isDefault])).toEqual([
      [one.patientId, true],
    ]);
    const other = await hospital.ask(one.openid, 'identity', 'setDefaultPatient', {
      requestId: newRequest(),
      patientId: child.patientId,
    });
    expect(refusal(other)).toBe('NOT_FOUND');
  });

  test('after signing out nothing personal is answered until one signs in again', async () => {
    const one = await patient();
    const { appointmentId } = await paid(hospital, one, SESSION, '10:00');
    const { openid, patientId } = one;
    expect(
      accepted(await hospital.ask(openid, 'identity', 'signOut', { requestId: newRequest() })),
    ).toBeNull();
    expect(accepted(await hospital.ask(openid, 'identity', 'getMe', {}))).toMatchObject({
      signedIn: false,
      patients: [],
      maskedPhone: null,
      consentGivenAt: null,
    });
    const requestId = newRequest();
    const answers = await Promise.all([
      hospital.ask(openid, 'booking', 'listAppointments', {}),
      hospital.ask(openid, 'booking', 'getAppointment', { appointmentId }),
      book(hospital, one, SESSION, '10:30'),
      cancel(hospital, one, appointmentId, 'A1'),
      hospital.ask(openid, 'billing', 'payAppointment', { requestId, appointmentId }),
      hospital.ask(openid, 'billing', 'confirmPayment', { requestId, appointmentId }),
      hospital.ask(openid, 'identity', 'setDefaultPatient', { requestId, patientId }),
      hospital.ask(openid, 'identity', 'chooseOutpatientNumber', { requestId, patientId, reference: 'abc' }),
      hospital.ask(openid, 'identity', 'verifyPhone', { requestId, code: 'abcdef' }),
      hospital.ask(openid, 'identity', 'withdrawConsent', { requestId }),
      unbind(one),
      erase(one),
    ]);
    expect(answers.map(refusal)).toEqual(Array(answers.length).fill('SIGNED_OUT'));
    expect(
      accepted(await hospital.ask(openid, 'identity', 'signIn', { requestId: newRequest() })).patients,
    ).toHaveLength(1);
  });

  /** Everything that a patient may ask about the own card, asked as a phone with old pages on it would. */
  const aboutOneself = Object.values(contract).flatMap(({ name, procedures }) =>
    Object.entries<Procedure>(procedures).flatMap(([procedure, { access, ...rest }]) =>
      access.kind === 'object' && access.object === 'patient' && access.by.patient
        ? [{ context: name, procedure, field: access.field, sample: sampleInput({ access, ...rest }) }]
        : [],
    ),
  );
  const askedAbout = ({ openid, patientId }: PatientUnderTest) =>
    Promise.all(
      aboutOneself.map(async ({ context, procedure, field, sample }) => {
        const input = { ...sample, [field]: patientId };
        const { result } = await hospital.cloud.invoke({
          name: context,
          openid,
          data: { procedure, input },
        });
        const { ok, error, value } = result as { ok: boolean; error?: string; value?: unknown };
        return [procedure, ok ? JSON.stringify(value) : error];
      }),
    );

  test('after signing out no page that is still open learns anything about the card', async () => {
    expect(aboutOneself.length).toBeGreaterThan(12);
    const one = await patient();
    accepted(await hospital.ask(one.openid, 'identity', 'signOut', { requestId: newRequest() }));
    const learnt = (await askedAbout(one)).filter(
      ([, answer]) => answer !== 'SIGNED_OUT' && answer !== 'NOT_FOUND',
    );
    expect(learnt).toEqual([]);
  });

  test('after taking the consent back neither', async () => {
    const one = await patient();
    accepted(await hospital.ask(one.openid, 'identity', 'withdrawConsent', { requestId: newRequest() }));
    const learnt = (await askedAbout(one)).filter(
      ([, answer]) => !['CONSENT_MISSING', 'NOT_FOUND'].includes(answer ?? ''),
    );
    expect(learnt).toEqual([]);
  });

  test('deleting one’s data leaves what the law keeps, cut off from the WeChat user', async () => {
    const one = await patient();
    const { appointmentId } = await paid(hospital, one, SESSION, '10:30');
    expect(refusal(await erase(one))).toBe('LIVE_APPOINTMENTS');
    accepted(await cancel(hospital, one, appointmentId, 'A1'));
    // The refund is on its way: its owner must still be able to see it.
    expect(refusal(await erase(one))).toBe('LIVE_APPOINTMENTS');
    await hospital.pass(3);
    const receipt = accepted(await erase(one));
    expect(receipt.kept.map(({ what }) => what)).toContain('缴费、退费记录和票据');
    expect(accepted(await erase(one))).toEqual(receipt);

    expect(accepted(await hospital.ask(one.openid, 'booking', 'listAppointments', {}))).toEqual([]);
    expect(refusal(await hospital.ask(one.openid, 'booking', 'getAppointment', { appointmentId }))).toBe(
      'NOT_FOUND',
    );
    const confirm = await hospital.ask(one.openid, 'billing', 'confirmPayment', {
      requestId: newRequest(),
      appointmentId,
    });
    expect(refusal(confirm)).toBe('NOT_FOUND');
    const me = accepted(await hospital.ask(one.openid, 'identity', 'getMe', {}));
    expect(me).toMatchObject({ signedIn: true, maskedPhone: null, patients: [], consentGivenAt: null });
    const kept = await Promise.all([
      documentsOf<AppointmentRecord>(hospital.cloud, 'appointments'),
      documentsOf<PaymentRecord>(hospital.cloud, 'payments'),
    ]);
    const own = kept.flat().filter(({ _id }) => _id === appointmentId);
    expect(own.map(({ accountId }) => accountId)).toEqual(['deleted', 'deleted']);
    await expectInvariants(hospital);
  });

  test('deleting and booking at once never leave an appointment without its account', async () => {
    for (let round = 0; round < 3; round += 1) {
      const one = await patient();
      const [answer] = await Promise.all([book(hospital, one, 'dr-tian_2026-03-13_am', '09:00'), erase(one)]);
      if (answer.ok) accepted(await cancel(hospital, one, answer.value.appointmentId, 'UNPAID'));
      await hospital.pass(12);
      await expectInvariants(hospital);
    }
  });
});

describe('what is stored', () => {
  test('names nobody in clear: no name, number, phone or WeChat user in any document or id', async () => {
    const openid = 'oCanary_7f3a91';
    const canary = {
      name: '欧阳金丝雀',
      identityNumber: inventIdentityNumber(321, '19871123'),
      phone: '19900773311',
    };
    await agreeAndVerify(hospital, openid, canary.phone);
    const bound = accepted(
      await hospital.ask(openid, 'identity', 'bindPatient', {
        requestId: newRequest(),
        name: canary.name,
        identityNumber: canary.identityNumber,
        relationship: 'self',
        visitedBefore: false,
      }),
    );
    const guess = {
      name: canary.name,
      identityNumber: inventIdentityNumber(322, '19871123'),
      visitedBefore: true,
    } as const;
    await hospital.ask(openid, 'identity', 'bindPatient', {
      requestId: newRequest(),
      relationship: 'child',
      ...guess,
    });
    const one = { openid, patientId: bound.patient.patientId };
    const { appointmentId } = await paid(hospital, one, SESSION, '09:00');
    accepted(await cancel(hospital, one, appointmentId, 'A1'));
    await hospital.pass(3);

    const planted = [
      canary.name,
      '欧阳',
      '雀',
      canary.identityNumber,
      guess.identityNumber,
      canary.phone,
      '773311',
      '19871123',
      '1987-11-23',
      openid,
    ];
    const registered = ['石青岚', '990020197003030210', '19900000101'];
    let seen = 0;
    for (const collection of COLLECTIONS) {
      const documents = await documentsOf<object>(hospital.cloud, collection);
      seen += documents.length;
      const text = JSON.stringify(documents);
      for (const plain of [...planted, ...registered])
        expect([collection, text.includes(plain)]).toEqual([collection, false]);
    }
    expect(seen).toBeGreaterThan(20);
    // The owner's own account can still be opened, so the search above has searched the right person.
    const accounts = await documentsOf<Account>(hospital.cloud, 'accounts');
    expect(accounts.flatMap(({ bindings }) => bindings.map(({ patientId }) => patientId))).toContain(
      one.patientId,
    );
  });
});
