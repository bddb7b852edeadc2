import { randomBytes } from 'node:crypto';
import { KEY_NAMES } from '../scripts/build/cloudbase-config';
import { benchMix } from './booking/bench-mix';
import { REPEATS } from './booking/mixes';
import { readOptions, USAGE, type BenchOptions } from './booking/options';
import { besidePostgres, introduceMachine } from './instruments/beside-postgres';

/** `npm run bench:booking`: the booking path against the same work in PostgreSQL. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.error(USAGE);
    return 2;
  }
  // Every process of the bench seals with the same keys, made for this run.
  for (const name of KEY_NAMES) process.env[name] = randomBytes(32).toString('base64');
  return besidePostgres('bench-booking', async (workshop) => {
    introduceMachine(workshop);
    introduce(options);
    for (const mix of options.mixes) await benchMix(mix, options, workshop);
  });
}

function introduce({ attempts, clients, rounds, seed }: BenchOptions): void {
  console.log(
    `${attempts} attempts a round, ${REPEATS * 100} % of them repeats, ${clients} clients, seed ${seed}; ` +
      `${rounds} rounds, median (least–most)`,
  );
}

// The channel to the launcher would keep this process alive.
process.exit(await main());
