import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { adminActions } from './admin-actions';
import { createClock, type Clock } from './clock/clock';
import { consoleRoute } from './console/server/console-route';
import { memoryFolder, openDataFolder, type DataFolder } from './data-folder/data-folder';
import { openDatabase } from './database';
import type { LocalDatabase } from './database/options';
import { FaultBoard } from './faults/faults';
import { openCatalog } from './functions/catalog';
import { executionFailed } from './functions/failure';
import { FunctionHost } from './functions/host';
import { PLATFORM_DEFAULTS } from './functions/limits';
import { sdkVariables } from './functions/sdk-variables';
import { adminRoute } from './http/admin-route';
import { controlRoutes } from './http/control-routes';
import { cosRoute } from './http/cos-route';
import { httpAccessRoute } from './http/http-access';
import { phoneRoutes, toClientAnswer } from './http/phone-routes';
import { startServer, type HttpServer, type ListedRoute, type Route } from './http/server';
import { createCallerTokens } from './identity/caller';
import { createIdentityService } from './identity/identity';
import { createSigner } from './identity/signer';
import { createOpenServices } from './open-services';
import { OperationCounter } from './operations/operation-counter';
import type { CloudOptions, LocalCloud, OuterCall } from './options';
import { PayService } from './pay/pay';
import { Quota } from './quota/quota';
import { DelayedTasks } from './timers/delayed-tasks';
import { Timers } from './timers/timers';

const CLOCK_KIND = 'clock';
const CLOCK_ID = 'offset';

/** Everything that must be given back, newest first. */
type Closers = (() => Promise<void> | void)[];

const closeAll = async (closers: Closers): Promise<void> => {
  for (const close of closers.splice(0).reverse()) await close();
};

const openStore = (options: CloudOptions, folder: DataFolder): { database: LocalDatabase; clock: Clock } => {
  const clockReading = { now: (): number => options.now ?? Date.now() };
  const database = openDatabase({
    path: folder.databasePath,
    ...options.durability,
    indexes: options.indexes,
    now: () => clockReading.now(),
  });
  const { system } = database;
  const stored = system.get(CLOCK_KIND, CLOCK_ID);
  const offset =
    options.now === undefined ? (typeof stored === 'number' ? stored : 0) : options.now - Date.now();
  const clock = createClock({ offset, save: (next) => system.put(CLOCK_KIND, CLOCK_ID, next) });
  clockReading.now = () => clock.now();
  return { database, clock };
};

const echo = (name: string, text: string): void => {
  process.stderr.write(`[${name}] ${text.endsWith('\n') ? text : `${text}\n`}`);
};

/** The parts that stand on a folder, a database and a listening server. */
function assemble(
  options: CloudOptions,
  base: {
    folder: DataFolder;
    database: LocalDatabase;
    clock: Clock;
    server: HttpServer;
    closers: Closers;
  },
): { cloud: Omit<LocalCloud, 'close' | 'addresses'>; routes: ListedRoute[] } {
  const { folder, database, clock, server, closers } = base;
  const { appId: appid, envId, functionConfig: settings = {}, functionEnv = {} } = options;
  const catalog = openCatalog(resolve(options.functionsDir));
  const faults = new FaultBoard();
  const operations = new OperationCounter();
  const quota = new Quota(options.quota);
  const callers = createCallerTokens(createSigner(randomBytes(32)));
  const identity = createIdentityService(createSigner(Buffer.from(folder.secret('identity'), 'hex')), appid);
  const surroundings = {
    adminUrl: `${server.url}/admin`,
    envId,
    secretId: `AKID${randomBytes(16).toString('hex')}`,
    secretKey: randomBytes(16).toString('hex'),
    timeZone: settings.timeZone ?? PLATFORM_DEFAULTS.timeZone,
    root: resolve(options.root ?? process.cwd()),
  };
  const late: { reload(): void } = { reload: () => undefined };
  const host = new FunctionHost({
    catalog,
    appid,
    callers,
    settings,
    clock,
    variables: typeof functionEnv === 'function' ? functionEnv(folder.secret) : functionEnv,
    surroundings,
    intercept: (name) =>
      faults.strike('function-fail', { action: 'invoke', function: name }) &&
      executionFailed('the function was made to fail'),
    skewOf: (name) => faults.strike('clock-skew', { function: name })?.ms ?? 0,
    gate: quota,
    onReload: () => late.reload(),
    ...(options.functionRuntime === undefined ? {} : { runtime: options.functionRuntime }),
    ...(options.quiet === false ? { echo } : {}),
  });
  closers.push(() => host.close());
  const invoke = host.invoke.bind(host);
  const store = database.system;
  const delayedTasks = new DelayedTasks({ clock, store, invoke });
  const timers = new Timers({
    clock,
    store,
    catalog,
    invoke,
    report: (line) => echo('timers', line),
    onStart: () => delayedTasks.start(),
  });
  late.reload = () => timers.reload();
  const pay = new PayService({ store, clock, faults, appid, envId, invoke, ...options.pay });
  const open = createOpenServices(options, {
    catalog,
    clock,
    store,
    folder,
    delayedTasks,
    origin: server.url,
  });
  const { openapi, messages, storage } = open;
  const handle = adminActions({ database, appid, host, pay, openapi, storage, faults, operations, quota });
  const forgetClock = clock.onMove((offset) => host.clockMoved(offset));
  const routes = [
    adminRoute({ secretId: surroundings.secretId, callers, handle }),
    phoneRoutes({ identity, host, pay, open, faults }),
    cosRoute(storage),
    httpAccessRoute({ catalog, invoke, envId, ...options.httpAccess }),
  ];
  const callFromOutside = async ({ name, data = {}, openid, source }: OuterCall) => {
    const userInfo = openid === undefined ? {} : { userInfo: { appId: appid, openId: openid } };
    if (openid !== undefined) open.visits.mark(openid);
    const result = await invoke({
      name,
      event: { ...data, ...userInfo },
      source: source ?? (openid === undefined ? 'wx_trigger' : 'wx_client'),
      ...(openid === undefined ? {} : { openid }),
    });
    return toClientAnswer(result);
  };
  const stop = async (): Promise<void> => {
    forgetClock();
    // Running timers and callbacks end with the host: wait for both, start neither anew.
    const quiet = Promise.all([timers.close(), delayedTasks.close(), pay.close()]);
    await host.close();
    await quiet;
  };
  closers.push(stop);
  if (options.holdTimers !== true) timers.start();
  const { url, port } = server;
  const { secret } = folder;
  const parts = {
    url,
    port,
    clock,
    timers,
    delayedTasks,
    pay,
    identity,
    faults,
    host,
    database,
    operations,
    quota,
    messages,
    storage,
    secret,
    sdkVariables: sdkVariables(surroundings, callers, appid),
  };
  routes.push(controlRoutes(parts), consoleRoute(surroundings.root));
  return { cloud: { ...parts, invoke: callFromOutside }, routes };
}

/** Starts a local cloud on this machine. Throws one clear line where it cannot, and leaves nothing. */
export async function startCloud(options: CloudOptions): Promise<LocalCloud> {
  const closers: Closers = [];
  try {
    const folder = options.dataDir === undefined ? memoryFolder() : openDataFolder(options.dataDir);
    closers.push(() => folder.release());
    const { database, clock } = openStore(options, folder);
    closers.push(() => database.close());
    if (options.now !== undefined) await clock.set(options.now);
    const routes: Route[] = [...(options.extraRoutes ?? [])];
    const server = await startServer(options.port ?? 0, () => routes);
    closers.push(() => server.close());
    const assembled = assemble(options, { folder, database, clock, server, closers });
    routes.push(...assembled.routes);
    const addresses = assembled.routes.flatMap(({ serves }) => serves);
    return { ...assembled.cloud, addresses, close: () => closeAll(closers) };
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}
