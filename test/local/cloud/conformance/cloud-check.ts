import type { CloudOptions, LocalCloud } from '../../../../local/cloud';
import type { SdkCaller } from '../../../../local/cloud/functions/sdk-variables';
import type { Sent } from '../cloud-under-test';
import type { Command, Data, Database, Sdk } from './sdk';

/** What a check of the whole cloud may use. Every check gets a cloud of its own, in memory, with nothing in it. */
export interface CloudCheckEnvironment {
  /** The running cloud: clock, control and what it keeps. Only for a check that `needs` the local one. */
  readonly cloud: LocalCloud;
  /** The unmodified wx-server-sdk; its requests arrive as those of the function that `as` named last. */
  readonly sdk: Sdk;
  readonly db: Database;
  readonly _: Command;
  /**
   * Speaks from now on as this function, for this user: await what is under way first. At the start of a
   * check it is the function `whoami` of the fixtures, called by the user `o-ann`.
   */
  readonly as: (caller: SdkCaller) => void;
  /** A request as any program could send it: Host, Origin, method and body as given. */
  readonly send: (sent: Sent) => Promise<{ status: number; body: unknown }>;
}

/** A deployed function in words: the code of index.js and the content of config.json. */
export interface CheckFunction {
  code: string;
  config?: Data;
}

/** One named behaviour of the whole cloud, the document or experiment it rests on, and how to see it. */
export interface CloudCheck {
  readonly name: string;
  /** The public document or the experiment that shows it; what is only memory or community knowledge says so. */
  readonly source: string;
  /** Uses `cloud`, `as` or `send`, `options` or `functions`: it cannot run against a real environment. */
  readonly needs?: 'local';
  /** How the cloud of this check differs from the usual one. */
  readonly options?: Partial<CloudOptions>;
  /** Functions of this check, in place of the fixtures. */
  readonly functions?: Readonly<Record<string, CheckFunction>>;
  run(env: CloudCheckEnvironment): Promise<void>;
}
