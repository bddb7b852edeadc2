import path from 'node:path';
import { findChromium, NO_BROWSER } from './browser/find-chromium';
import { buildAll } from './build/build-all';
import { BuildFailure } from './build/build-failure';
import { phasesOf } from './test/phases';
import { runJest, type Counts } from './test/run-jest';

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** `npm test [-- --fast] [jest's own words]`: builds, then every test, with counts and times at the end. */
async function main(words: readonly string[]): Promise<number> {
  const fast = words.includes('--fast');
  const chromium = fast ? null : findChromium();
  if (!fast && chromium === null) {
    console.error(NO_BROWSER);
    return 1;
  }
  if (chromium !== null) process.env['CHROMIUM_PATH'] = chromium;
  const startedAt = performance.now();
  await buildAll({ root: process.cwd(), outDir: path.resolve('dist') });
  const times = [`build ${seconds(startedAt)}`];
  const all: Counts[] = [];
  for (const phase of phasesOf(fast)) {
    const phaseStartedAt = performance.now();
    const counts = await runJest(
      phase,
      words.filter((word) => word !== '--fast'),
    );
    all.push(counts);
    times.push(`${phase.name} ${counts.passed + counts.failed} tests in ${seconds(phaseStartedAt)}`);
  }
  const sum = (of: keyof Counts): number => all.reduce((total, counts) => total + counts[of], 0);
  console.log(`${times.join(', ')}; ${seconds(startedAt)} in all.`);
  if (sum('skipped') > 0) console.log(`${sum('skipped')} skipped`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 && sum('passed') > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2)).catch((thrown: unknown) => {
  if (!(thrown instanceof BuildFailure)) throw thrown;
  for (const problem of thrown.problems) console.error(problem);
  console.error('The build failed: no test was run.');
  return 1;
});
