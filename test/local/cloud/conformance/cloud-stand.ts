import { join } from 'node:path';
import type { LocalCloud, startCloud } from '../../../../local/cloud';
import { send } from '../cloud-under-test';
import { CHECK_INDEXES } from './check';
import { deployCheckFunctions } from './check-functions';
import type { CloudCheck, CloudCheckEnvironment } from './cloud-check';
import { inTime, PATIENT_MS } from './in-time';
import { forLocal } from './needs';
import { useVariables, type Sdk } from './sdk';

/** The code under test: the shipped one, or a mutant of it. */
export interface CloudSubject {
  startCloud: typeof startCloud;
  /** The checkout whose function programs it runs; the working folder where absent. */
  root?: string;
}

/** Environment and mini program of every check. */
export const CHECK_ENVIRONMENT = { envId: 'local-env', appId: 'wxlocal0001' };
const START = Date.UTC(2026, 0, 5, 1, 0, 0);
const INDEXES = {
  collections: { ...CHECK_INDEXES.collections, notes: {}, runs: {}, callbacks: {} },
};
const FIXTURES = 'test/local/cloud/functions/fixtures/deployed';

/** Runs checks one after the other, each with a cloud of its own and one SDK that was loaded once. */
export class CloudStand {
  private readonly closing: Promise<unknown>[] = [];
  private readonly sdk: Sdk;
  private subject: CloudSubject;

  constructor(subject: CloudSubject, load: (name: string) => unknown) {
    this.subject = subject;
    this.sdk = load('wx-server-sdk') as Sdk;
    this.sdk.init({ env: CHECK_ENVIRONMENT.envId });
  }

  /** Puts other code under test. */
  use(subject: CloudSubject): void {
    this.subject = subject;
  }

  /** Runs one check; a check that does not end in time has failed. */
  async run(check: CloudCheck, timeout = PATIENT_MS): Promise<void> {
    const own = check.functions && deployCheckFunctions(check.functions);
    const { startCloud: start, root = process.cwd() } = this.subject;
    const cloud = await start({
      ...CHECK_ENVIRONMENT,
      functionsDir: own?.directory ?? join(process.cwd(), FIXTURES),
      indexes: INDEXES,
      root,
      now: START,
      ...check.options,
      functionConfig: { prewarmed: 0, defaults: { timeoutMs: 15_000 }, ...check.options?.functionConfig },
    });
    try {
      await inTime(check.run(this.environment(check, cloud)), timeout);
    } finally {
      // The next check need not wait until this cloud's last process is gone.
      this.closing.push(cloud.close().finally(() => own?.remove()));
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.closing);
  }

  private environment(check: CloudCheck, cloud: LocalCloud): CloudCheckEnvironment {
    const { sdk } = this;
    const db = sdk.database();
    const local = <T>(value: T): T => forLocal(check, value);
    if (check.options !== undefined || check.functions !== undefined) local(check);
    useVariables(cloud.sdkVariables({ functionName: 'whoami', openid: 'o-ann' }));
    return {
      ...{ sdk, db, _: db.command },
      get cloud() {
        return local(cloud);
      },
      as: (caller) => useVariables(local(cloud).sdkVariables(caller)),
      send: (sent) => send(local(cloud), sent),
    };
  }
}
