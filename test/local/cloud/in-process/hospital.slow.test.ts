import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import path from 'node:path';
import type { SimulationOptions, Simulation } from '../../../../local/cloud/in-process';
import { openSimulation } from '../../../../local/cloud/in-process';
import { loadHospital } from '../../../../scripts/hospital/load';
import { functionKeys, functionSettings, indexPlan } from '../../../../scripts/start/function-settings';
import { openHospital } from '../../../../scripts/start/open-hospital';
import {
  builtFunctions,
  TINY,
  TUESDAY_8_00,
  underTest,
  type HospitalUnderTest,
} from '../../../cloudfunctions/hospital-under-test';
import { expectInvariants } from '../../../cloudfunctions/invariants';
import { inventIdentityNumber } from '../../../cloudfunctions/patient-under-test';
import { accepted } from '../../../cloudfunctions/visit-under-test';

jest.setTimeout(120_000);

const SESSION = 'dr-tian_2026-03-11_am';
const OPENID = 'o-patient';

interface Ward {
  readonly simulation: Simulation;
  readonly hospital: HospitalUnderTest;
  /** A request id that no other call of this simulation has. */
  readonly newRequest: () => string;
}

let outDir = '';

async function inWard<T>(
  world: Partial<Omit<SimulationOptions, 'cloud'>>,
  work: (ward: Ward) => Promise<T>,
): Promise<T> {
  const loaded = loadHospital(TINY);
  if (!loaded.ok) throw new Error('The hospital of the test does not load');
  const simulation = await openSimulation({
    seed: 1,
    now: TUESDAY_8_00,
    ...world,
    cloud: {
      functionsDir: path.join(outDir, 'cloudfunctions'),
      indexes: indexPlan(outDir),
      appId: 'wx0000000000000000',
      envId: 'local',
      functionEnv: functionKeys,
      functionConfig: functionSettings(outDir),
    },
  });
  let requests = 0;
  const newRequest = (): string => `request-${String((requests += 1)).padStart(12, '0')}`;
  try {
    await simulation.until(() => openHospital(simulation.cloud, loaded.hospital));
    return await work({ simulation, hospital: underTest(simulation.cloud), newRequest });
  } finally {
    await simulation.close();
  }
}

/** Agrees, verifies a phone and binds the caller's own card, as the pages do. */
async function bindCard({ simulation, hospital, newRequest }: Ward, serial = 1): Promise<string> {
  const { cloud } = simulation;
  const openid = `${OPENID}-${serial}`;
  const { consentWanted } = accepted(await hospital.ask(openid, 'identity', 'getMe', {}));
  if (!consentWanted) throw new Error('No consent to give');
  const { id: documentId, version } = consentWanted;
  const consent = { requestId: newRequest(), documentId, version };
  accepted(await hospital.ask(openid, 'identity', 'giveConsent', consent));
  const token = cloud.identity.mint({ openid, phoneNumber: `1990009${String(serial).padStart(4, '0')}` });
  const { body } = await simulation.request({
    method: 'POST',
    path: '/phone-code',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{}',
  });
  const { code } = JSON.parse(body.toString()) as { code: string };
  accepted(await hospital.ask(openid, 'identity', 'verifyPhone', { requestId: newRequest(), code }));
  const bound = await hospital.ask(openid, 'identity', 'bindPatient', {
    requestId: newRequest(),
    name: '试验人',
    identityNumber: inventIdentityNumber(serial),
    relationship: 'self',
    visitedBefore: false,
  });
  return accepted(bound).patient.patientId;
}

const hold = ({ hospital, newRequest }: Ward, patientId: string, serial = 1) =>
  hospital.ask(`${OPENID}-${serial}`, 'booking', 'bookSlot', {
    requestId: newRequest(),
    patientId,
    sessionId: SESSION,
    start: '09:00' as never,
    acceptNearby: false,
  });

const seen = async ({ hospital }: Ward, appointmentId: string) =>
  accepted(await hospital.ask(`${OPENID}-1`, 'booking', 'getAppointment', { appointmentId }));

/** Holds a seat, pays for it, cancels, and waits until the money is back. */
async function journey(ward: Ward): Promise<void> {
  const { simulation, hospital, newRequest } = ward;
  const patientId = await bindCard(ward);
  const { appointmentId } = accepted(await hold(ward, patientId));
  const order = { requestId: newRequest(), appointmentId };
  const { payment } = accepted(await hospital.ask(`${OPENID}-1`, 'billing', 'payAppointment', order));
  await simulation.until(() => simulation.cloud.pay.choose(payment.package, 'succeed', `${OPENID}-1`));
  await simulation.runUntilQuiet();
  expect(await seen(ward, appointmentId)).toMatchObject({ status: 'booked', payment: 'paid' });
  const wish = { requestId: newRequest(), appointmentId, rule: 'A1' };
  const cancelled = accepted(await hospital.ask(`${OPENID}-1`, 'booking', 'cancelAppointment', wish));
  expect(cancelled.refund?.amountFen).toBe(600);
  await simulation.advance(180_000);
  expect(await seen(ward, appointmentId)).toMatchObject({ status: 'cancelled', refund: { state: 'done' } });
  await expectInvariants(simulation);
}

describe('the hospital’s own functions in a simulation', () => {
  beforeAll(async () => {
    outDir = await builtFunctions();
  });

  test('bind a card, hold a seat, take the money, cancel and give it back', () => inWard({}, journey));

  test('do the same to the byte for the same seed, and in another way for another', async () => {
    const digestOf = (seed: number): Promise<string> =>
      inWard({ seed }, async (ward) => {
        await journey(ward);
        return ward.simulation.digest();
      });
    const first = await digestOf(2);
    expect(await digestOf(2)).toBe(first);
    expect(await digestOf(3)).not.toBe(first);
  });

  test('give a hold back whose fifteen minutes are over', () =>
    inWard({}, async (ward) => {
      const { appointmentId } = accepted(await hold(ward, await bindCard(ward)));
      await ward.simulation.advance(17 * 60_000);
      expect(await seen(ward, appointmentId)).toMatchObject({ status: 'cancelled' });
      await expectInvariants(ward.simulation);
    }));

  test('lose no seat when the instance dies before or after any of its operations', () =>
    inWard({}, async (ward) => {
      const { simulation } = ward;
      const { faults } = simulation.cloud;
      let ends = 0;
      for (let serial = 1; serial <= 12; serial += 1) {
        const patientId = await bindCard(ward, serial);
        const step = Math.ceil(serial / 2);
        faults.set({
          name: serial % 2 ? 'crash-before' : 'crash-after',
          match: { function: 'booking', step },
          times: 1,
        });
        // A crash is no answer of the contract, and the seat may or may not have been taken by then.
        const answer = await hold(ward, patientId, serial).catch(() => null);
        if (answer === null) ends += 1;
        faults.clear();
      }
      expect(ends).toBeGreaterThan(5);
      await simulation.advance(20 * 60_000);
      await expectInvariants(simulation);
    }));
});
