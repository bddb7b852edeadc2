import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ContextName, ProceduresOf } from '@core/contract/index';
import type { Answer, InputOf, Procedure } from '@core/contract/procedure';
import { startCloud, type LocalCloud } from '../../local/cloud/index';
import { buildFunctions } from '../../scripts/build/build-all';
import { isFresh } from '../../scripts/build/source-stamp';
import type { HospitalFolder } from '../../scripts/hospital/types';
import { loadHospital } from '../../scripts/hospital/load';
import { functionKeys, functionSettings, indexPlan } from '../../scripts/start/function-settings';
import { openHospital } from '../../scripts/start/open-hospital';
import { subscribeTemplates } from '../../scripts/start/subscribe-templates';

export const TINY = 'test/local/hospital/tiny';
export const DEMO = 'local/hospital';

/** A Tuesday, before the clinics open. */
export const TUESDAY_8_00 = Date.parse('2026-03-10T08:00:00+08:00');

interface Options {
  readonly hospitalDir?: string;
  readonly now?: number;
  readonly dataDir?: string;
  /** Functions that were built already, for a cloud in a process of its own. */
  readonly builtDir?: string;
  /** Keys of its own instead of the data folder's. */
  readonly functionEnv?: typeof functionKeys;
  /** The folder with something changed in it; give it another `contentHash`. */
  readonly change?: (folder: HospitalFolder) => HospitalFolder;
}

type ProcedureOf<C extends ContextName, P extends keyof ProceduresOf<C>> = Extract<
  ProceduresOf<C>[P],
  Procedure
>;

/** The built functions on a local cloud, with a hospital loaded and its sessions published. */
export interface HospitalUnderTest {
  readonly cloud: LocalCloud;
  /** Asks as a WeChat user, the way a phone does. */
  ask<C extends ContextName, P extends keyof ProceduresOf<C> & string>(
    openid: string,
    context: C,
    procedure: P,
    input: InputOf<ProcedureOf<C, P>>,
  ): Promise<Answer<ProcedureOf<C, P>>>;
  /** Runs the minute timers in the order in which a minute runs them. */
  minute(): Promise<void>;
  /** Lets minutes go by, with all that happens in them; a timer that fails is tried again in the next one. */
  pass(minutes: number): Promise<void>;
  close(): Promise<void>;
}

const MINUTE_TIMERS = ['booking-expire-holds', 'billing-settle', 'courier-deliver-outbox'];

const DIST = path.resolve('dist');

let built: Promise<string> | null = null;

/** The functions as they are built in `dist`; where that is old, bundled once for a test file, for as long as its process. */
export function builtFunctions(): Promise<string> {
  built ??= (async () => {
    if (isFresh(process.cwd(), DIST)) return DIST;
    const outDir = mkdtempSync(path.join(tmpdir(), 'yilutong-functions-'));
    process.once('exit', () => rmSync(outDir, { recursive: true, force: true }));
    await buildFunctions({ root: process.cwd(), outDir });
    return outDir;
  })();
  return built;
}

export async function openHospitalUnderTest(options: Options = {}): Promise<HospitalUnderTest> {
  const loaded = loadHospital(options.hospitalDir ?? TINY);
  if (!loaded.ok) throw new Error('The hospital of the test does not load');
  const outDir = options.builtDir ?? (await builtFunctions());
  const cloud = await startCloud({
    root: process.cwd(),
    functionsDir: path.join(outDir, 'cloudfunctions'),
    indexes: indexPlan(outDir),
    appId: 'wx0000000000000000',
    envId: 'local',
    functionEnv: options.functionEnv ?? functionKeys,
    // A spare process that no story needs costs as much as one that is used.
    functionConfig: { ...functionSettings(outDir), prewarmed: 0 },
    subscribeTemplates: subscribeTemplates(loaded.hospital),
    now: options.now ?? TUESDAY_8_00,
    holdTimers: true,
    ...(options.dataDir ? { dataDir: options.dataDir } : {}),
  });
  await openHospital(cloud, options.change?.(loaded.hospital) ?? loaded.hospital);
  return underTest(cloud);
}

/** A running cloud with a hospital in it, as the tests ask it. */
export const underTest = (cloud: LocalCloud): HospitalUnderTest => ({
  cloud,
  ask: async (openid, context, procedure, input) => {
    const answer = await cloud.invoke({ name: context, openid, data: { procedure, input } });
    if (!('result' in answer)) throw new Error(`${context}.${procedure} failed: ${JSON.stringify(answer)}`);
    return answer.result as never;
  },
  minute: async () => {
    for (const name of MINUTE_TIMERS) {
      const run = await cloud.timers.runNow(name);
      if (!run.ok) throw new Error(`${name} failed: ${JSON.stringify(run)}`);
    }
  },
  pass: async (minutes) => {
    for (let minute = 0; minute < minutes; minute += 1) {
      await cloud.clock.advance(60_000);
      await cloud.pay.callbacksSettled();
      for (const name of MINUTE_TIMERS) await cloud.timers.runNow(name);
      await cloud.pay.callbacksSettled();
    }
  },
  close: () => cloud.close(),
});
