import type { Check } from './check';
import { CHECK_GROUPS } from './checks';
import type { CloudCheck } from './cloud-check';
import { CLOUD_CHECK_GROUPS } from './cloud-checks';
import { CLOUD_MUTATIONS } from './cloud-mutations';
import { CloudStand } from './cloud-stand';
import { inTime } from './in-time';
import { buildCloudMutant, buildMutant } from './mutant';
import type { Mutation } from './mutation';
import { MUTATIONS } from './mutations';
import { TestStand } from './test-stand';

/** A mutant may never come to its end. */
const CLOSING_MS = 4000;

/** Every mutation of the database and then of the whole cloud; a trial is named by its place here. */
export const ALL_MUTATIONS: readonly Mutation[] = [...MUTATIONS, ...CLOUD_MUTATIONS];

/** Takes away one behaviour after the other and tells which of the checks named for it still pass. */
export class Trials {
  private databaseStand: TestStand | undefined;
  private cloudStand: CloudStand | undefined;

  constructor(
    private readonly root: string,
    private readonly load: (name: string) => unknown,
  ) {}

  /**
   * Runs one mutation; answers the names of the checks that pass although the behaviour is gone. A check whose
   * behaviour is gone may wait for ever: it has failed after `patience` milliseconds.
   */
  async try(index: number, patience: number): Promise<string[]> {
    const mutation = ALL_MUTATIONS[index];
    if (mutation === undefined) throw new Error(`there is no mutation ${index}`);
    if (index < MUTATIONS.length) return this.tryDatabase(mutation, patience);
    return this.tryCloud(mutation, patience);
  }

  private async tryDatabase(mutation: Mutation, patience: number): Promise<string[]> {
    const subject = await buildMutant(this.root, mutation);
    const stand = (this.databaseStand ??= await TestStand.open(subject, this.load));
    stand.use(subject);
    stand.connect();
    const check = named<Check>(CHECK_GROUPS);
    return passing(mutation.expectFailing, (name) => stand.run(check(name), patience));
  }

  private async tryCloud(mutation: Mutation, patience: number): Promise<string[]> {
    const subject = await buildCloudMutant(this.root, mutation);
    const stand = (this.cloudStand ??= new CloudStand(subject, this.load));
    stand.use(subject);
    const check = named<CloudCheck>(CLOUD_CHECK_GROUPS);
    const names = await passing(mutation.expectFailing, (name) => stand.run(check(name), patience));
    await inTime(stand.close(), CLOSING_MS).catch(() => undefined);
    subject.remove();
    return names;
  }
}

const named =
  <C extends { name: string }>(groups: Readonly<Record<string, readonly C[]>>) =>
  (name: string): C => {
    const check = Object.values(groups)
      .flat()
      .find((one) => one.name === name);
    if (check === undefined) throw new Error(`there is no check "${name}"`);
    return check;
  };

async function passing(names: readonly string[], run: (name: string) => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  for (const name of names) {
    const failed = await run(name).then(
      () => false,
      () => true,
    );
    if (!failed) found.push(name);
  }
  return found;
}
