import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Check } from './check';
import { CHECK_GROUPS } from './checks';
import { buildMutant } from './mutant';
import type { Mutation } from './mutation';
import { MUTATIONS } from './mutations';
import { TestStand } from './test-stand';

/**
 * Takes away one behaviour after the other and shows that the checks named for it fail.
 * Run it with: node --import tsx test/local/cloud/conformance/run-mutations.ts
 */

/** A check whose behaviour is gone may wait for ever. */
const PATIENCE = 700;

const checks = new Map<string, Check>();
for (const check of Object.values(CHECK_GROUPS).flat()) checks.set(check.name, check);

/** Names of the expected checks that pass although the behaviour is gone. */
async function survivors(stand: TestStand, { expectFailing }: Mutation): Promise<string[]> {
  const passing: string[] = [];
  for (const name of expectFailing) {
    const check = checks.get(name);
    if (check === undefined) throw new Error(`there is no check "${name}"`);
    const failed = await stand.run(check, PATIENCE).then(
      () => false,
      () => true,
    );
    if (!failed) passing.push(name);
  }
  return passing;
}

async function main(root: string): Promise<number> {
  const killed = new Set<string>();
  const problems: string[] = [];
  let stand: TestStand | undefined;
  for (const mutation of MUTATIONS) {
    const subject = await buildMutant(root, mutation);
    stand ??= await TestStand.open(subject, createRequire(join(root, 'package.json')));
    stand.use(subject);
    const passing = await survivors(stand, mutation);
    for (const name of mutation.expectFailing) if (!passing.includes(name)) killed.add(name);
    for (const name of passing)
      problems.push(`still passes without ${mutation.file}: ${mutation.find} → ${name}`);
  }
  await stand?.close();
  const unkilled = [...checks.keys()].filter((name) => !killed.has(name));
  problems.push(...unkilled.map((name) => `no mutation makes this check fail: ${name}`));
  for (const problem of problems) console.error(problem);
  console.log(`${MUTATIONS.length} mutations, ${killed.size} of ${checks.size} checks shown to fail`);
  return problems.length === 0 ? 0 : 1;
}

// A request of a check that was given up may still fail later; that is expected of a mutant.
process.on('unhandledRejection', () => undefined);
void main(process.cwd()).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
