import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openSimulation, type Simulation } from '../local/cloud/in-process';
import { number, shown, table } from './instruments/table';
import { spread } from './instruments/latency';

const ROUNDS = 5;
const CALLS = 2000;
/** Transactions only one at a time: sixteen on one document would refuse each other. */
const LOADS = [
  ['nothing', 1],
  ['reads', 1],
  ['decrements', 1],
  ['moves', 1],
  ['nothing', 16],
  ['reads', 16],
  ['decrements', 16],
] as const;
const DAY_MS = 24 * 3600 * 1000;

/** One small function as a project would deploy it. */
const FUNCTION = `
const cloud = require('wx-server-sdk');
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
const db = cloud.database({ throwOnNotFound: false });
const stock = db.collection('stock').doc('one');
const ways = {
  nothing: () => null,
  reads: async () => (await stock.get()).data.left,
  decrements: async () =>
    (await db.collection('stock').where({ _id: 'one', left: db.command.gt(0) })
      .update({ data: { left: db.command.inc(-1) } })).stats.updated,
  moves: async () => {
    const transaction = await db.startTransaction();
    const { data } = await transaction.collection('stock').doc('two').get();
    await transaction.collection('stock').doc('two').update({ data: { left: data.left - 1 } });
    await transaction.commit();
    return data.left;
  },
};
exports.main = ({ how }) => ways[how]();
`;

const open = (functionsDir: string): Promise<Simulation> =>
  openSimulation({
    seed: 1,
    now: Date.parse('2026-01-05T12:00:00+08:00'),
    cloud: { functionsDir, indexes: { collections: { stock: {} } }, appId: 'wx0', envId: 'bench' },
  });

async function call(simulation: Simulation, how: string): Promise<void> {
  const { errMsg } = await simulation.invoke({ name: 'small', openid: 'o-bench', data: { how } });
  if (!errMsg.endsWith(':ok')) throw new Error(errMsg);
}

interface Rate {
  readonly perSecond: number;
  /** Calls per second of processor time: what is left of the rate on a machine with nothing else to do. */
  readonly perCpuSecond: number;
}

/** How many calls are served, so many at a time. */
async function rate(simulation: Simulation, how: string, atOnce: number): Promise<Rate> {
  const began = performance.now();
  const used = process.cpuUsage();
  const one = async (): Promise<void> => {
    for (let count = 0; count < CALLS / atOnce; count += 1) await call(simulation, how);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
  const { user, system } = process.cpuUsage(used);
  const perSecond = (CALLS / (performance.now() - began)) * 1000;
  return { perSecond, perCpuSecond: (CALLS / (user + system)) * 1e6 };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

type Measured = Record<string, number>;

const prepare = async ({ cloud }: Simulation): Promise<void> => {
  const left = (id: string): string => JSON.stringify({ _id: id, left: 1_000_000 });
  const data = [left('one'), left('two')];
  await cloud.database.handle('database.insertDocument', { collectionName: 'stock', data });
};

async function round(functionsDir: string): Promise<Measured> {
  const began = performance.now();
  const simulation = await open(functionsDir);
  const opened = performance.now() - began;
  try {
    await prepare(simulation);
    const measured: Measured = {
      'open a simulation, ms': opened,
      'first call of a new instance, ms': await timed(() => call(simulation, 'nothing')),
    };
    for (const [how, atOnce] of LOADS) {
      const { perSecond, perCpuSecond } = await rate(simulation, how, atOnce);
      measured[`${how}, ${atOnce} at a time, calls/s`] = perSecond;
      measured[`${how}, ${atOnce} at a time, calls/s of processor time`] = perCpuSecond;
    }
    measured['a quiet day, ms'] = await timed(() => simulation.advance(DAY_MS));
    return measured;
  } finally {
    await simulation.close();
  }
}

/** `npm run bench:in-process`: how fast functions run in a simulated cloud, all in one process. */
async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'bench-in-process-'));
  const rounds: Measured[] = [];
  try {
    mkdirSync(path.join(folder, 'small'));
    writeFileSync(path.join(folder, 'small', 'index.js'), FUNCTION);
    // The first round of a process compiles the cloud and the SDK: it is shown apart.
    const first = await round(folder);
    for (let index = 0; index < ROUNDS; index += 1) rounds.push(await round(folder));
    console.log(
      `Node ${process.versions.node}, ${os.cpus().length} cores, ${ROUNDS} rounds of ${CALLS} calls`,
    );
    const rows = Object.keys(first).map((name) => [
      name,
      shown(spread(rounds.map((one) => one[name] ?? Number.NaN))),
      number(first[name] ?? Number.NaN),
    ]);
    console.log(table([['', 'median (least–most)', 'first round'], ...rows]));
    console.log(`memory at the end: ${number(process.memoryUsage().rss / 2 ** 20)} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
