import { addressCheck } from './check/addresses';
import type { Check } from './check/check';
import { importCheck } from './check/imports';
import { licenceCheck } from './check/licences';
import { toolChecks } from './check/tools';

const CHECKS: readonly Check[] = [...toolChecks, importCheck, licenceCheck, addressCheck];
/** As many as the smallest machine has cores. */
const AT_ONCE = 2;

/** `npm run check`: everything that can be told without running the product. */
async function main(): Promise<number> {
  const waiting = [...CHECKS];
  let failed = 0;
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      if (!(await report(check))) failed += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(`${CHECKS.length - failed} checks passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function report(check: Check): Promise<boolean> {
  const startedAt = performance.now();
  const finding = await check.run(process.cwd());
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(
    `${finding.ok ? 'ok    ' : 'FAILED'} ${check.name.padEnd(10)} ${seconds.padStart(5)} s  ${finding.ok ? finding.summary : ''}`,
  );
  if (!finding.ok) console.log(finding.problems.replace(/^/gm, '         '));
  return finding.ok;
}

process.exitCode = await main();
