import type { Clock } from './clock/clock';
import type { Durability, IndexFile, LocalDatabase } from './database/options';
import type { FaultBoard } from './faults/faults';
import type { FunctionHost } from './functions/host';
import type { FunctionSettings } from './functions/limits';
import type { FunctionRuntime } from './functions/runtime';
import type { SdkVariables } from './functions/sdk-variables';
import type { ClientAnswer } from './http/phone-routes';
import type { Route } from './http/server';
import type { IdentityService } from './identity/identity';
import type { MessageService } from './messages/message-service';
import type { SubscribeTemplate } from './messages/template';
import type { RiskyWord } from './openapi/risky-words';
import type { OperationCounter } from './operations/operation-counter';
import type { PayOptions, PayService } from './pay/pay';
import type { QuotaChoice } from './quota/profile';
import type { Quota } from './quota/quota';
import type { StorageLimits } from './storage/limits';
import type { StorageService } from './storage/storage-service';
import type { DelayedTasks } from './timers/delayed-tasks';
import type { Timers } from './timers/timers';

/** Gives a random key (32 bytes as hex) that belongs to the data folder and is kept in it. */
export type Secret = (name: string) => string;

export interface CloudOptions {
  /** Folder that keeps everything; without one the cloud lives in memory. */
  dataDir?: string;
  /** What an acknowledged write survives; the strongest where absent. */
  durability?: Durability;
  /** 0 or absent: any free port. */
  port?: number;
  /** Folder with `<name>/index.js` for each deployed function. */
  functionsDir: string;
  /** Collections and their indexes. */
  indexes: IndexFile;
  appId: string;
  envId: string;
  /** Variables of every function, or how to make them from the data folder's keys. */
  functionEnv?: Record<string, string> | ((secret: Secret) => Record<string, string>);
  functionConfig?: FunctionSettings;
  /** Where functions run; in child processes where absent. */
  functionRuntime?: FunctionRuntime;
  /** Virtual time to start at, epoch ms; else the clock goes on from where it stood. */
  now?: number;
  /** More routes on the same server, behind the same guard, asked first. */
  extraRoutes?: Route[];
  /** False shows what the functions print on stderr. */
  quiet?: boolean;
  /** Timers and delayed tasks wait until `timers.start()`. */
  holdTimers?: boolean;
  /** Pages of the mini program as in its app.json; any page is taken for one where this is absent. */
  pages?: () => readonly string[] | undefined;
  /** Templates of subscription messages, as the mini program's console would hold them. */
  subscribeTemplates?: readonly SubscribeTemplate[];
  /** What content safety finds, instead of the built-in list. */
  riskyWords?: readonly RiskyWord[];
  /** Limits of cloud storage that differ from the platform's. */
  storage?: Partial<StorageLimits>;
  pay?: Pick<PayOptions, 'refundDelayMs' | 'lateCallbackMs' | 'feeBasisPoints' | 'random'>;
  /** The plan of the environment: a name, or a number of database operations per second; unlimited where absent. */
  quota?: QuotaChoice;
  /**
   * Functions reachable over HTTP below `/http`, as trigger path and function: `{paths: {'/hello': 'greet'}}`. They
   * come before those with `"http": {"path": "/..."}` in their own config.json.
   */
  httpAccess?: { paths?: Readonly<Record<string, string>>; timeoutMs?: number };
  /** The checkout: where node_modules and this cloud's sources lie; the working folder where absent. */
  root?: string;
}

/** A function call from outside the cloud. */
export interface OuterCall {
  name: string;
  data?: Record<string, unknown>;
  /** The user in whose name it comes. */
  openid?: string;
  /** `wx_client` where there is a user, else `wx_trigger`. */
  source?: string;
}

/** A running local cloud. */
export interface LocalCloud {
  readonly url: string;
  readonly port: number;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly delayedTasks: DelayedTasks;
  readonly pay: PayService;
  readonly identity: IdentityService;
  readonly faults: FaultBoard;
  readonly host: FunctionHost;
  readonly database: LocalDatabase;
  readonly operations: OperationCounter;
  readonly quota: Quota;
  readonly messages: MessageService;
  readonly storage: StorageService;
  /** A key of the data folder. */
  readonly secret: Secret;
  /** What the server serves beside the `extraRoutes`: `POST /admin`, and with `*` any path below. */
  readonly addresses: readonly string[];
  /** Environment variables under which wx-server-sdk in another process speaks to this cloud. */
  readonly sdkVariables: SdkVariables;
  invoke(call: OuterCall): Promise<ClientAnswer>;
  close(): Promise<void>;
}
