import { GUARDS } from './authz/guards';
import { firstDisagreement } from './authz/without-guard';

/**
 * `npm run authz`: the authorisation matrix as it is, then once more without each guard of the door. Every removal must be
 * noticed; a guard that nobody misses is none.
 */
async function main(): Promise<number> {
  const asItIs = await firstDisagreement(null);
  if (asItIs !== null) {
    console.error(`The matrix does not hold: ${asItIs}`);
    return 1;
  }
  console.log('The matrix holds.');
  let unnoticed = 0;
  for (const guard of GUARDS) {
    const first = await firstDisagreement(guard);
    if (first === null) unnoticed += 1;
    console.log(
      `${first === null ? 'NOT NOTICED' : 'noticed'}  without "${guard.name}": ${first ?? 'nobody got in'}`,
    );
  }
  console.log(
    `${String(GUARDS.length - unnoticed)} of ${String(GUARDS.length)} guards are missed when they are gone.`,
  );
  return unnoticed === 0 ? 0 : 1;
}

process.exitCode = await main();
