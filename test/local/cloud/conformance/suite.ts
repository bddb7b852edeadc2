import { startCloud } from '../../../../local/cloud';
import { openDatabase } from '../../../../local/cloud/database';
import { toFailure, toSuccess } from '../../../../local/cloud/protocol/envelope';
import { CHECK_GROUPS } from './checks';
import { CLOUD_CHECK_GROUPS } from './cloud-checks';
import { CloudStand } from './cloud-stand';
import { TestStand } from './test-stand';

/** A check of the database or of the whole cloud, as a list shows it. */
export interface SuiteCheck {
  readonly group: string;
  readonly name: string;
  readonly source: string;
  readonly needs?: 'local';
}

type Runner = () => Promise<void>;
type Groups<C extends SuiteCheck> = Readonly<Record<string, readonly Omit<C, 'group'>[]>>;

/** Every check of both stands, in order: first the database, then the whole cloud. */
export function suiteChecks(): SuiteCheck[] {
  return [...inGroups(CHECK_GROUPS), ...inGroups(CLOUD_CHECK_GROUPS)];
}

const inGroups = (groups: Groups<SuiteCheck>): SuiteCheck[] =>
  Object.entries(groups).flatMap(([group, checks]) =>
    checks.map(({ name, source, needs }) => ({
      group,
      name,
      source,
      ...(needs === undefined ? {} : { needs }),
    })),
  );

/** Runs the checks against the shipped code in this process. */
export class Suite {
  private readonly runners = new Map<string, Runner>();

  private constructor(
    private readonly databaseStand: TestStand,
    private readonly cloudStand: CloudStand,
  ) {
    for (const check of Object.values(CHECK_GROUPS).flat())
      this.runners.set(check.name, () => {
        databaseStand.connect();
        return databaseStand.run(check);
      });
    for (const check of Object.values(CLOUD_CHECK_GROUPS).flat())
      this.runners.set(check.name, () => cloudStand.run(check));
  }

  static async open(load: (name: string) => unknown): Promise<Suite> {
    const databaseStand = await TestStand.open({ openDatabase, toSuccess, toFailure }, load);
    return new Suite(databaseStand, new CloudStand({ startCloud }, load));
  }

  /** Runs the check of this name; throws when the behaviour is not there. */
  async run(name: string): Promise<void> {
    const runner = this.runners.get(name);
    if (runner === undefined) throw new Error(`there is no check "${name}"`);
    await runner();
  }

  async close(): Promise<void> {
    await Promise.all([this.databaseStand.close(), this.cloudStand.close()]);
  }
}
