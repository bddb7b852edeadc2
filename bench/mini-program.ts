import os from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gatherCast } from '../test/e2e/gallery/cast';
import { pages } from '../test/e2e/gallery/scenes';
import { openStage } from '../test/e2e/stage/stage';
import { findChromium, NO_BROWSER } from '../scripts/browser/find-chromium';
import { buildMiniProgram } from '../scripts/build/build-all';
import { packageSizes, type PackageSize } from '../scripts/build/package-sizes';
import type { Ground } from '../test/e2e/gallery/scene';
import { spread } from './instruments/latency';
import { coldStart, measurePage, measureScenes, type PageFindings } from './mini-program/pages-part';
import { report, type Findings } from './mini-program/report';
import { tapsOfBooking } from './mini-program/taps';

const USAGE = 'npm run bench:mp -- [--rounds N] [--page PART-OF-A-PATH]';
const ROUNDS = 5;

interface Options {
  readonly rounds: number;
  readonly page: string;
}

function readOptions(words: readonly string[]): Options | null {
  let options: Options = { rounds: ROUNDS, page: '' };
  for (let at = 0; at < words.length; at += 2) {
    const [name, text = ''] = [words[at], words[at + 1]];
    if (name === '--rounds' && /^[1-9]\d{0,2}$/.test(text)) options = { ...options, rounds: Number(text) };
    else if (name === '--page' && text !== '') options = { ...options, page: text };
    else return null;
  }
  return options;
}

async function sizes(): Promise<PackageSize[]> {
  const outDir = mkdtempSync(path.join(os.tmpdir(), 'mini-program-'));
  try {
    return packageSizes(await buildMiniProgram({ root: process.cwd(), outDir }));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

async function series<T>(count: number, measure: () => Promise<T>): Promise<T[]> {
  const found: T[] = [];
  for (let round = 0; round < count; round += 1) found.push(await measure());
  return found;
}

/** One page that cannot be measured does not lose what was found of the others. */
const notShown =
  (name: string) =>
  (thrown: unknown): null => {
    process.exitCode = 1;
    console.error(`${name} could not be shown: ${String(thrown).split('\n')[0] ?? ''}`);
    return null;
  };

/** Pages that a tab opens are never opened by navigateTo. */
const isOpened = (page: string): boolean => page.startsWith('packages/');

async function inChromium(ground: Ground, { rounds, page }: Options): Promise<Omit<Findings, 'sizes'>> {
  const cold = spread(await series(rounds, () => coldStart(ground)));
  const wanted = pages.filter((one) => one.page.includes(page));
  const opened: PageFindings[] = [];
  for (const one of wanted.filter((known) => isOpened(known.page))) {
    const found = await measurePage(ground, one, rounds).catch(notShown(one.page));
    if (found) opened.push(found);
  }
  const { structures, taps, unshown } = await measureScenes(
    ground,
    wanted.flatMap(({ scenes }) => scenes),
  );
  for (const [name, [reason]] of Object.entries(unshown)) notShown(name)(reason);
  return { cold, opened, taps: [...taps, ...(await tapsOfBooking(ground.stage))], structures };
}

/** `npm run bench:mp`: how large the mini program is, how soon its pages are there, and what lies on them. */
async function main(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  const chromium = findChromium();
  if (options === null || chromium === null) {
    console.error(options === null ? USAGE : NO_BROWSER);
    return 1;
  }
  process.env['CHROMIUM_PATH'] = chromium;
  const built = await sizes();
  const stage = await openStage();
  try {
    const ground = { stage, cast: await gatherCast(stage) };
    console.log(report({ sizes: built, ...(await inChromium(ground, options)) }, options.rounds));
    return 0;
  } finally {
    await stage.close();
  }
}

process.exitCode = (await main(process.argv.slice(2))) || process.exitCode;
