import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ACTORS } from '../../test/cloudfunctions/authz/actors';
import { disagreements, GUARDED, KINDS } from '../../test/cloudfunctions/authz/matrix';
import { functionEnv, plant } from '../../test/cloudfunctions/authz/world';
import { openHospitalUnderTest } from '../../test/cloudfunctions/hospital-under-test';
import { buildFunctions } from '../build/build-all';
import type { Guard } from './guards';

const SOURCES = ['core', 'cloudfunctions', 'tsconfig.base.json', 'package.json', 'package-lock.json'];

/** Contexts in which each kind of caller and object occurs: a missing guard shows here, and the others need not be built. */
const TRIED: readonly string[] = ['identity', 'booking', 'clinic', 'report'];
/** The doors at which a missing guard has shown, tried before the others. */
const TELLING: readonly string[] = [
  'bookSlot',
  'getAppointment',
  'markExecuted',
  'grantConsent',
  'setDefaultPatient',
  'getVolunteerDesk',
  'cancelAtWindow',
];
const rank = ({ name }: { readonly name: string }): number =>
  TELLING.includes(name) ? TELLING.indexOf(name) : TELLING.length;
const LEFT_OUT: readonly string[] = ['billing', 'visit', 'guide', 'triage', 'message', 'audit', 'courier'];

/** The guard's text is not in its file any more: the list is out of date. */
export class GuardNotFoundError extends Error {
  override readonly name = 'GuardNotFoundError';
}

/**
 * Builds the functions without one guard, or as they are, and answers the first caller who gets in against the contract or
 * is kept out against it; null where nobody is.
 * @throws GuardNotFoundError
 */
export async function firstDisagreement(guard: Guard | null): Promise<string | null> {
  const root = mkdtempSync(path.join(tmpdir(), 'yilutong-authz-'));
  try {
    for (const source of SOURCES) cpSync(source, path.join(root, source), { recursive: true });
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
    if (guard) takeAway(guard, root);
    for (const context of guard ? LEFT_OUT : [])
      rmSync(path.join(root, 'cloudfunctions', context), { recursive: true });
    await buildFunctions({ root, outDir: path.join(root, 'built') });
    const tried = GUARDED.filter(({ context }) => guard === null || TRIED.includes(context)).sort(
      (one, other) => rank(one) - rank(other),
    );
    return await tryDoors(path.join(root, 'built'), tried);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function takeAway({ name, file, find, replace }: Guard, root: string): void {
  const source = readFileSync(path.join(root, file), 'utf8');
  if (!source.includes(find)) throw new GuardNotFoundError(`${name}: its text is not in ${file}`);
  writeFileSync(
    path.join(root, file),
    source.replace(find, () => replace),
  );
}

async function tryDoors(builtDir: string, tried: typeof GUARDED): Promise<string | null> {
  const hospital = await openHospitalUnderTest({ builtDir, functionEnv });
  try {
    await plant(hospital.cloud, KINDS, ACTORS);
    hospital.cloud.faults.set({ name: 'read-only' });
    for (const one of tried) {
      const [first] = await disagreements(hospital.cloud, one);
      if (first !== undefined) return first;
    }
    return null;
  } finally {
    await hospital.close();
  }
}
