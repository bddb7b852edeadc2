import { createRequire } from 'node:module';
import path from 'node:path';
import { Suite, suiteChecks } from '../test/local/cloud/conformance/suite';
import { writeGuessList } from './conform/guesses';
import { runMutations } from './conform/mutations';
import { compareWithReal, realEnvironment } from './conform/parity';
import { runChecks } from './conform/run-checks';

const print = (line: string): void => console.log(line);

/**
 * `npm run conform [-- --no-mutations] [word]`: every check of the local cloud with the unmodified SDK, then
 * each again with its behaviour taken away. A word picks the checks whose name or group contains it.
 * `-- --write-guesses` writes local/cloud/guesses.md anew, and nothing else.
 */
async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--write-guesses')) {
    writeGuessList(process.cwd());
    return 0;
  }
  const word = words.find((one) => !one.startsWith('--')) ?? '';
  const checks = suiteChecks().filter(({ name, group }) => name.includes(word) || group.includes(word));
  const real = realEnvironment(process.env);
  const suite = await Suite.open(createRequire(path.join(process.cwd(), 'package.json')));
  const results = await runChecks(checks, (name) => suite.run(name), print);
  await suite.close();
  const failed = results.filter(({ error }) => error !== undefined).length;
  console.log(`${results.length - failed} of ${results.length} checks passed`);
  if (real !== undefined) await compareWithReal(real, results, print);
  if (failed > 0 || results.length === 0) return 1;
  if (words.includes('--no-mutations')) return 0;
  return (await runMutations(results, print)) ? 0 : 1;
}

// A request of a check that was given up may still fail later.
process.on('unhandledRejection', () => undefined);
// A process that a mutant or a check left behind must not keep this one.
process.exit(await main(process.argv.slice(2)));
