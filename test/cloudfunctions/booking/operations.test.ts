import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { openHospitalUnderTest, type HospitalUnderTest } from '../hospital-under-test';
import { book, boundPatient, newRequest } from '../patient-under-test';
import { accepted, held, refusal } from '../visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-11_am';

describe('what a booking costs the database', () => {
  let hospital: HospitalUnderTest;
  let serial = 800;
  beforeAll(async () => {
    hospital = await openHospitalUnderTest();
  });
  afterAll(() => hospital.close());
  const patient = () => boundPatient(hospital, (serial += 1));

  test('is three writes, one read of the account and one of the session', async () => {
    // The first call reads the hospital's data, which an instance then keeps.
    await held(hospital, await patient(), SESSION, '08:30');
    const one = await patient();
    const { writes, transactions, byCollection } = await hospital.cloud.operations.during(() =>
      held(hospital, one, SESSION, '09:00'),
    );
    expect({ writes, transactions }).toEqual({ writes: 3, transactions: 0 });
    expect(byCollection).toMatchObject({
      accounts: { reads: 1, writes: 1 },
      sessions: { reads: 1, writes: 1 },
      appointments: { reads: 0, writes: 1 },
    });
  });

  test('is no write at all where it is refused', async () => {
    const one = await patient();
    await held(hospital, one, SESSION, '09:30');
    const refusals = [
      ['TOO_MANY_HOLDS', SESSION, '10:00'],
      ['NOT_FOUND', SESSION, '17:00'],
    ] as const;
    for (const [code, session, start] of refusals) {
      const { writes } = await hospital.cloud.operations.during(async () => {
        expect(refusal(await book(hospital, one, session, start))).toBe(code);
      });
      expect(writes).toBe(0);
    }
    const other = await patient();
    const { writes } = await hospital.cloud.operations.during(async () => {
      expect(refusal(await book(hospital, other, 'dr-lu_2026-03-11_pm', '14:00'))).toBe('SLOT_FULL');
    });
    expect(writes).toBe(0);
  });

  test('touches neither account nor appointments of the one who comes too late', async () => {
    // Two seats at 10:00, three callers at once.
    const three = [await patient(), await patient(), await patient()];
    const { byCollection } = await hospital.cloud.operations.during(async () => {
      const answers = await Promise.all(three.map((one) => book(hospital, one, SESSION, '10:00')));
      expect(answers.map(refusal).sort()).toEqual(['ACCEPTED', 'ACCEPTED', 'SLOT_FULL']);
    });
    expect(byCollection['appointments']?.writes).toBe(2);
    expect(byCollection['accounts']?.writes).toBe(2);
  });

  test('is nothing but reads for the same tap once more', async () => {
    const one = await patient();
    const tap = { start: '10:30', requestId: newRequest() };
    const first = accepted(await book(hospital, one, SESSION, tap));
    const { writes } = await hospital.cloud.operations.during(async () => {
      expect(accepted(await book(hospital, one, SESSION, tap))).toEqual(first);
    });
    expect(writes).toBe(0);
    const other = { ...tap, acceptNearby: true };
    expect(refusal(await book(hospital, one, SESSION, other))).toBe('REQUEST_ID_REUSED');
  });
});
