import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildFunctions } from '../scripts/build/build-all';
import { KEY_NAMES } from '../scripts/build/cloudbase-config';
import { loadCost, sdkModule } from './cloud/cold-start';
import { readColdOptions, USAGE, type ColdOptions } from './cold/options';
import { spread, type Spread } from './instruments/latency';
import { number, shown, table } from './instruments/table';

const GOAL = 1.15;

interface Row {
  readonly name: string;
  readonly kilobytes: number;
  readonly load: Spread;
  readonly ratio: Spread;
  /** The same of processor time. */
  readonly cpuRatio: Spread;
}

/** Loads a function and the SDK alone in turns, each in a new process; who is first changes with each round. */
function measure(module: string, rounds: number): Pick<Row, 'load' | 'ratio' | 'cpuRatio'> {
  const loads: number[] = [];
  const ratios: number[] = [];
  const cpuRatios: number[] = [];
  // The first round fills the disk's cache and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    const early = round % 2 === 0 ? loadCost(module) : null;
    const sdk = loadCost(sdkModule());
    const load = early ?? loadCost(module);
    if (round === 0) continue;
    loads.push(load.wall);
    ratios.push(load.wall / sdk.wall);
    cpuRatios.push(load.cpu / sdk.cpu);
  }
  return { load: spread(loads), ratio: spread(ratios), cpuRatio: spread(cpuRatios) };
}

async function rows({ rounds, only }: ColdOptions, folder: string): Promise<Row[]> {
  for (const name of KEY_NAMES) process.env[name] ??= Buffer.alloc(32, 1).toString('base64');
  const built = await buildFunctions({ root: process.cwd(), outDir: folder });
  const names = built.map(({ name }) => name).filter((name) => only === null || name === only);
  return names.map((name) => {
    const module = path.join(folder, 'cloudfunctions', name, 'index.js');
    return { name, kilobytes: statSync(module).size / 1024, ...measure(module, rounds) };
  });
}

function report(found: readonly Row[], rounds: number): string {
  const sorted = [...found].sort((one, other) => other.ratio.median - one.ratio.median);
  const cells = sorted.map(({ name, kilobytes, load, ratio, cpuRatio }) => [
    name,
    number(kilobytes),
    shown(load),
    shown(ratio),
    shown(cpuRatio),
    ratio.median <= GOAL ? '' : 'above the goal',
  ]);
  return [
    `Node ${process.versions.node}, ${String(os.cpus().length)} cores; ${String(rounds)} rounds, the SDK alone beside each: median (least–most)`,
    table([
      [
        'function',
        'KB',
        'load with SDK, ms',
        `divided by the SDK alone (≤ ${String(GOAL)})`,
        'the same in processor time',
        '',
      ],
      ...cells,
    ]),
  ].join('\n');
}

/** `npm run bench:cold`: what each deployable adds to the time that loading wx-server-sdk takes anyway. */
async function main(words: readonly string[]): Promise<number> {
  const options = readColdOptions(words);
  if (options === null) {
    console.error(USAGE);
    return 1;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cold-'));
  try {
    const found = await rows(options, folder);
    console.log(report(found, options.rounds));
    return found.length > 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main(process.argv.slice(2));
