import { CHECK_INDEXES, type Check, type CheckEnvironment } from './check';
import { CHECK_GROUPS } from './checks';
import type { CloudCheck, CloudCheckEnvironment } from './cloud-check';
import { CLOUD_CHECK_GROUPS } from './cloud-checks';
import { inTime } from './in-time';
import { forLocal } from './needs';
import type { Database, Sdk } from './sdk';

/** A service far away: every operation takes tens of milliseconds. */
const PATIENCE = 60_000;
const COLLECTIONS = [...Object.keys(CHECK_INDEXES.collections), 'notes', 'runs', 'callbacks'];

/**
 * Runs the checks that need no local control against the environment that the SDK finds by its own
 * variables. It is emptied before each check: use one that holds nothing else, with the indexes of
 * `CHECK_INDEXES` and the functions of the fixtures.
 */
export class RealSuite {
  private readonly sdk: Sdk;
  private readonly db: Database;
  private prepared: Promise<void> | undefined;

  constructor(envId: string, load: (name: string) => unknown) {
    this.sdk = load('wx-server-sdk') as Sdk;
    this.sdk.init({ env: envId });
    this.db = this.sdk.database();
  }

  /** Runs the check of this name; throws when the environment behaves otherwise. */
  async run(name: string): Promise<void> {
    const ofThisName = (check: { name: string }): boolean => check.name === name;
    const check = Object.values(CHECK_GROUPS).flat().find(ofThisName);
    const cloudCheck = Object.values(CLOUD_CHECK_GROUPS).flat().find(ofThisName);
    await (this.prepared ??= this.createCollections());
    await this.empty();
    if (check !== undefined) await inTime(check.run(this.databaseEnvironment(check)), PATIENCE);
    else if (cloudCheck !== undefined)
      await inTime(cloudCheck.run(this.cloudEnvironment(cloudCheck)), PATIENCE);
    else throw new Error(`there is no check "${name}"`);
  }

  private async createCollections(): Promise<void> {
    // A collection that exists is refused, and is what is wanted.
    for (const name of COLLECTIONS) await this.db.createCollection(name).catch(() => undefined);
  }

  private async empty(): Promise<void> {
    const everything = { _id: this.db.command.exists(true) };
    for (const name of COLLECTIONS) await this.db.collection(name).where(everything).remove();
  }

  private databaseEnvironment(check: Check): CheckEnvironment {
    const { db } = this;
    const never = (): never => forLocal<never>({ name: check.name }, undefined as never);
    return {
      ...{ db, lenient: this.sdk.database({ throwOnNotFound: false }), _: db.command },
      ...{ plain: db.collection('plain'), indexed: db.collection('indexed') },
      get clock() {
        return never();
      },
      raw: never,
      restart: never,
    };
  }

  private cloudEnvironment(check: CloudCheck): CloudCheckEnvironment {
    const { db, sdk } = this;
    const never = (): never => forLocal<never>({ name: check.name }, undefined as never);
    return {
      ...{ sdk, db, _: db.command, as: never, send: never },
      get cloud() {
        return never();
      },
    };
  }
}
