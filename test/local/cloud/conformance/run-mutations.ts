import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CHECK_GROUPS } from './checks';
import { CLOUD_CHECK_GROUPS } from './cloud-checks';
import { CLOUD_MUTATIONS } from './cloud-mutations';
import { CloudStand } from './cloud-stand';
import { buildCloudMutant, buildMutant } from './mutant';
import type { Mutation } from './mutation';
import { MUTATIONS } from './mutations';
import { TestStand, type Subject } from './test-stand';

/**
 * Takes away one behaviour after the other and shows that the checks named for it fail.
 * Run it with: node --import tsx test/local/cloud/conformance/run-mutations.ts [word]
 * With a word, only the mutations whose file or check contains it.
 */

/** A check whose behaviour is gone may wait for ever. */
const PATIENCE = 700;
const CLOUD_PATIENCE = 3000;

const root = process.cwd();
const load = createRequire(join(root, 'package.json'));

/** Runs the checks that a mutation names against its mutant; answers the names of those that pass. */
type Trial = (mutation: Mutation) => Promise<string[]>;

async function survivors<C extends { name: string }>(
  checks: ReadonlyMap<string, C>,
  names: readonly string[],
  run: (check: C) => Promise<void>,
): Promise<string[]> {
  const passing: string[] = [];
  for (const name of names) {
    const check = checks.get(name);
    if (check === undefined) throw new Error(`there is no check "${name}"`);
    const failed = await run(check).then(
      () => false,
      () => true,
    );
    if (!failed) passing.push(name);
  }
  return passing;
}

const byName = <C extends { name: string }>(groups: Readonly<Record<string, readonly C[]>>) =>
  new Map(Object.values(groups).flatMap((checks) => checks.map((check) => [check.name, check] as const)));

const databaseChecks = byName(CHECK_GROUPS);
const cloudChecks = byName(CLOUD_CHECK_GROUPS);

let databaseStand: TestStand | undefined;
const onDatabase = async (subject: Subject): Promise<TestStand> => {
  const stand = (databaseStand ??= await TestStand.open(subject, load));
  stand.use(subject);
  stand.connect();
  return stand;
};
const tryDatabase: Trial = async (mutation) => {
  const stand = await onDatabase(await buildMutant(root, mutation));
  return survivors(databaseChecks, mutation.expectFailing, (check) => stand.run(check, PATIENCE));
};

let cloudStand: CloudStand | undefined;
const tryCloud: Trial = async (mutation) => {
  const subject = await buildCloudMutant(root, mutation);
  const stand = (cloudStand ??= new CloudStand(subject, load));
  stand.use(subject);
  const passing = await survivors(cloudChecks, mutation.expectFailing, (check) =>
    stand.run(check, CLOUD_PATIENCE),
  );
  await stand.close();
  subject.remove();
  return passing;
};

async function main(word: string): Promise<number> {
  const killed = new Set<string>();
  const problems: string[] = [];
  const wanted = ({ file, expectFailing }: Mutation): boolean =>
    [file, ...expectFailing].some((text) => text.includes(word));
  const trials = [
    ...MUTATIONS.filter(wanted).map((mutation) => [mutation, tryDatabase] as const),
    ...CLOUD_MUTATIONS.filter(wanted).map((mutation) => [mutation, tryCloud] as const),
  ];
  for (const [mutation, attempt] of trials) {
    const passing = await attempt(mutation);
    for (const name of mutation.expectFailing) if (!passing.includes(name)) killed.add(name);
    for (const name of passing)
      problems.push(`still passes without ${mutation.file}: ${mutation.find} → ${name}`);
  }
  await databaseStand?.close();
  const all = [...databaseChecks.keys(), ...cloudChecks.keys()];
  if (word === '') {
    const unkilled = all.filter((name) => !killed.has(name));
    problems.push(...unkilled.map((name) => `no mutation makes this check fail: ${name}`));
  }
  for (const problem of problems) console.error(problem);
  console.log(`${trials.length} mutations, ${killed.size} of ${all.length} checks shown to fail`);
  return problems.length === 0 ? 0 : 1;
}

// A request of a check that was given up may still fail later; that is expected of a mutant.
process.on('unhandledRejection', () => undefined);
void main(process.argv[2] ?? '').then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
