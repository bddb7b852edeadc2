import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { residentBytes } from '../../local/cloud/functions/resident-memory';
import { startCloud, type LocalCloud } from '../../local/cloud/index';
import { buildFunctions } from '../../scripts/build/build-all';
import { KEY_NAMES } from '../../scripts/build/cloudbase-config';
import { spread, type Spread } from '../instruments/latency';
import { loadMilliseconds, sdkModule } from './cold-start';
import { fill } from './fill';
import { INDEXES } from './indexes';

/** Times in milliseconds, memory in megabytes. */
export interface FunctionFindings {
  /** Of the built function whose bundle is the largest. */
  readonly bundle: { readonly name: string; readonly kilobytes: number; readonly load: Spread };
  readonly sdk: Spread;
  /** Load of the bundle with its SDK divided by load of the SDK alone, in the same round. */
  readonly ratio: Spread;
  /** From a call to its result where no process is warm: generic ones wait, as always. */
  readonly coldCall: Spread;
  readonly warmCall: Spread;
  /** One read by `_id` in a warm function. */
  readonly warmRead: Spread;
  /** Calls a second, sixteen at a time. */
  readonly warmRate: Spread;
  readonly memory: { readonly cloud: number; readonly functions: readonly number[] };
}

const NAMES = ['one', 'two', 'three', 'four'] as const;
const [FIRST] = NAMES;
const WARM_CALLS = 200;
const AT_ONCE = 16;

const SOURCE = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const things = cloud.database().collection('things');
exports.main = async ({ id }) => (id ? (await things.doc(id).get()).data.n : 0);`;

export async function measureFunctions(rounds: number, folder: string): Promise<FunctionFindings> {
  const cold = await coldLoads(rounds, folder);
  const functionsDir = path.join(folder, 'small-functions');
  for (const name of NAMES) {
    mkdirSync(path.join(functionsDir, name), { recursive: true });
    writeFileSync(path.join(functionsDir, name, 'index.js'), SOURCE);
  }
  const cloud = await startCloud({
    dataDir: path.join(folder, 'functions-data'),
    functionsDir,
    indexes: INDEXES,
    appId: 'wx0000000000000000',
    envId: 'local',
    functionConfig: { defaults: { timeoutMs: 20_000 }, prewarmed: 1, maximum: 4 },
    holdTimers: true,
  });
  try {
    await fill(cloud.database);
    return { ...cold, ...(await warmCalls(cloud, rounds)) };
  } finally {
    await cloud.close();
  }
}

async function coldLoads(
  rounds: number,
  folder: string,
): Promise<Pick<FunctionFindings, 'bundle' | 'sdk' | 'ratio'>> {
  const outDir = path.join(folder, 'built');
  const built = await buildFunctions({ root: process.cwd(), outDir });
  for (const name of KEY_NAMES) process.env[name] ??= Buffer.alloc(32, 1).toString('base64');
  const moduleOf = (name: string): string => path.join(outDir, 'cloudfunctions', name, 'index.js');
  const sizes = built.map(({ name }) => ({ name, bytes: statSync(moduleOf(name)).size }));
  const { name, bytes } = sizes.sort((left, right) => right.bytes - left.bytes)[0] ?? { name: '', bytes: 0 };
  const times = Array.from({ length: 2 * rounds + 1 }, (_, round) => {
    const bundleFirst = round % 2 === 0 ? loadMilliseconds(moduleOf(name)) : Number.NaN;
    const sdk = loadMilliseconds(sdkModule());
    return { sdk, bundle: Number.isNaN(bundleFirst) ? loadMilliseconds(moduleOf(name)) : bundleFirst };
  });
  return {
    bundle: { name, kilobytes: bytes / 1024, load: spread(times.map(({ bundle }) => bundle)) },
    sdk: spread(times.map(({ sdk }) => sdk)),
    ratio: spread(times.map(({ bundle, sdk }) => bundle / sdk)),
  };
}

type Warm = Pick<FunctionFindings, 'coldCall' | 'warmCall' | 'warmRead' | 'warmRate' | 'memory'>;

async function warmCalls(cloud: LocalCloud, rounds: number): Promise<Warm> {
  const call = async (name: string, data: Record<string, unknown> = {}): Promise<number> => {
    const startedAt = performance.now();
    const { errMsg } = await cloud.invoke({ name, data });
    if (errMsg !== 'cloud.callFunction:ok') throw new Error(`${name}: ${errMsg}`);
    return performance.now() - startedAt;
  };
  const inTurn = async (data?: Record<string, unknown>): Promise<number> => {
    const times: number[] = [];
    for (let count = 0; count < WARM_CALLS; count += 1) times.push(await call(FIRST, data));
    return spread(times).median;
  };
  const [coldCall, warmCall, warmRead, warmRate]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = 0; round < rounds; round += 1) {
    cloud.host.reload();
    coldCall.push(await call(FIRST));
    warmCall.push(await inTurn());
    warmRead.push(await inTurn({ id: 'document-7' }));
    const startedAt = performance.now();
    const client = async (): Promise<void> => {
      for (let count = 0; count < WARM_CALLS / 4; count += 1) await call(FIRST);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, client));
    warmRate.push((AT_ONCE * (WARM_CALLS / 4) * 1000) / (performance.now() - startedAt));
  }
  cloud.host.reload();
  for (const name of NAMES)
    for (let count = 0; count < 20; count += 1) await call(name, { id: 'document-7' });
  return {
    coldCall: spread(coldCall),
    warmCall: spread(warmCall),
    warmRead: spread(warmRead),
    warmRate: spread(warmRate),
    memory: { cloud: megabytes(process.pid), functions: cloud.host.pids.map(megabytes) },
  };
}

const megabytes = (pid: number): number => (residentBytes(pid) ?? Number.NaN) / (1024 * 1024);
