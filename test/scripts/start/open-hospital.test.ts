import { describe, expect, test } from '@jest/globals';
import path from 'node:path';
import type { LocalCloud } from '../../../local/cloud/index';
import { loadHospital } from '../../../scripts/hospital/load';
import type { HospitalFolder } from '../../../scripts/hospital/types';
import { openHospital } from '../../../scripts/start/open-hospital';
import { StartFailure } from '../../../scripts/start/start-failure';

function tinyHospital(): HospitalFolder {
  const loaded = loadHospital(path.resolve('test/local/hospital/tiny'));
  if (!loaded.ok) throw new Error('the tiny hospital has faults');
  return loaded.hospital;
}

/** What a person is told when the import function answers so. */
async function toldFor(result: unknown): Promise<readonly string[]> {
  const cloud = {
    invoke: () => Promise.resolve({ result, errMsg: 'cloud.callFunction:fail', requestID: '1' }),
    timers: { runNow: () => Promise.resolve({ ok: true }) },
  } as unknown as LocalCloud;
  const thrown: unknown = await openHospital(cloud, tinyHospital()).then(
    () => null,
    (failure: unknown) => failure,
  );
  return thrown instanceof StartFailure ? thrown.lines : [];
}

describe('opening the hospital', () => {
  test('says nothing when the import is accepted', async () => {
    expect(await toldFor({ ok: true, value: {} })).toEqual([]);
  });

  test('names a removed doctor who still expects patients', async () => {
    const doctors = [{ practitionerId: 'dr-lin', name: '林知微', appointments: 2 }];
    expect(await toldFor({ ok: false, error: 'REMOVED_DOCTOR_HAS_PATIENTS', detail: { doctors } })).toEqual([
      "Doctors missing from the hospital's folder still expect patients: 林知微 (2). Nothing was changed.",
    ]);
  });

  test('passes any other refusal on in one line', async () => {
    const [line, ...more] = await toldFor({ ok: false, error: 'INVALID_HOSPITAL', detail: { a: 1 } });
    expect(line).toBe('The hospital\'s data is refused: INVALID_HOSPITAL {"a":1}');
    expect(more).toEqual([]);
  });

  test('tells a function that does not answer', async () => {
    expect(await toldFor(undefined)).toEqual(['The hospital cannot be loaded: cloud.callFunction:fail']);
  });
});
