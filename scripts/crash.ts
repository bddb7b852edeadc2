import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spread } from '../bench/instruments/latency';
import { cutLog } from './crash/cut-log';
import { killRounds } from './crash/kill-rounds';
import { readOptions, USAGE, type CrashOptions } from './crash/options';
import { recordLog } from './crash/record-log';
import { scratchFolder } from './crash/scratch-folder';

/** Problems shown in full; the rest is counted. */
const SHOWN = 10;

/** `npm run crash`: what the cloud acknowledged is there after a kill -9, and after any cut of its log. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.error(USAGE);
    return 2;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'crash-'));
  try {
    const problems = [...(await kills(options, folder)), ...(await cuts(options))];
    for (const problem of problems.slice(0, SHOWN)) console.error(`  ${problem}`);
    if (problems.length > SHOWN) console.error(`  and ${problems.length - SHOWN} more`);
    console.log(problems.length === 0 ? 'Nothing was lost or torn.' : `${problems.length} broken promises.`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const milliseconds = (values: readonly number[]): string => {
  const { median, most } = spread(values);
  return `median ${median.toFixed(1)} ms, at most ${most.toFixed(1)} ms`;
};

async function kills(options: CrashOptions, folder: string): Promise<readonly string[]> {
  const startedAt = performance.now();
  const { rounds, acknowledged, open, problems, recoveries, starts } = await killRounds(options, folder);
  console.log(
    `kill -9: ${rounds} rounds in ${seconds(startedAt)} s, ${acknowledged} writes acknowledged, ${open} cut off, ` +
      `${problems.length} problems`,
  );
  console.log(`  recovery of the file: ${milliseconds(recoveries)}`);
  console.log(`  start of the cloud until it serves: ${milliseconds(starts)}`);
  return problems;
}

async function cuts(options: CrashOptions): Promise<readonly string[]> {
  const startedAt = performance.now();
  const folder = scratchFolder();
  try {
    const recording = await recordLog(options, folder);
    const found = await cutLog(recording, options.seed, folder);
    console.log(
      `log: ${found.frames} frames in ${found.commits} commits, ${found.cuts} cuts and ${found.flips} flipped bits ` +
        `in ${seconds(startedAt)} s, ${found.problems.length} problems`,
    );
    console.log(`  recovery of the file: ${milliseconds(found.recoveries)}`);
    return found.problems;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const seconds = (startedAt: number): string => ((performance.now() - startedAt) / 1000).toFixed(1);

// The channel to the launcher would keep this process alive.
process.exit(await main());
