import path from 'node:path';
import { eraseDataFolder, startCloud, type LocalCloud } from '../../local/cloud/index';
import { createPreview, type Preview } from '../../local/preview/server/index';
import { formatFault } from '../hospital/fault';
import { loadHospital } from '../hospital/load';
import type { HospitalFolder } from '../hospital/types';
import { ensureBuilt } from './ensure-built';
import { functionKeys, functionSettings, indexPlan } from './function-settings';
import { grantRoles } from './grant-roles';
import { openHospital } from './open-hospital';
import { previewPeople } from './preview-people';
import { programPages } from './program-pages';
import { asStartFailure, StartFailure } from './start-failure';
import { subscribeTemplates } from './subscribe-templates';

/** Invented: no app of WeChat and no environment of CloudBase is asked for anything. */
const APP_ID = 'wx0000000000000000';
const ENVIRONMENT_ID = 'local';

export interface HospitalOptions {
  /** The checkout; the working folder where absent. */
  readonly root?: string;
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** Absent: everything lives in memory. */
  readonly dataDir?: string | null;
  readonly reset?: boolean;
  readonly hospitalDir?: string;
  /** Epoch milliseconds. */
  readonly now?: number | null;
  /** A plan's name, or database operations per second; everything is served where absent. */
  readonly quota?: string | null;
  /** Whether the invented staff get their roles. */
  readonly staff?: boolean;
}

export interface RunningHospital {
  readonly url: string;
  readonly cloud: LocalCloud;
  readonly preview: Preview;
  readonly hospital: HospitalFolder;
  close(): Promise<void>;
}

/** The one place where hospital, cloud and preview meet. @throws StartFailure, with nothing left running. */
export async function startHospital(options: HospitalOptions = {}): Promise<RunningHospital> {
  const root = path.resolve(options.root ?? '.');
  const outDir = path.join(root, 'dist');
  const hospital = readHospital(path.resolve(root, options.hospitalDir ?? 'local/hospital'));
  await ensureBuilt({ root, outDir });
  const people = previewPeople(hospital.previewPeople);
  const closers: (() => Promise<void> | void)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const preview = await createPreview({
      miniprogramDir: path.join(outDir, 'miniprogram'),
      people: () => people,
      title: hospital.hospital.name,
    });
    closers.push(() => preview.close());
    const cloud = await openCloud({ ...options, root, hospital }, outDir, preview);
    closers.push(() => cloud.close());
    cloud.clock.onMove((offset) => preview.broadcast({ type: 'clock', offset }));
    cloud.messages.onArrival(({ openid }) => preview.broadcast({ type: 'message', openid }));
    await openHospital(cloud, hospital);
    if (options.staff) await grantRoles(cloud, hospital.previewPeople);
    // From here on only: a plan is for patients, loading the hospital is not held to it.
    if (options.quota != null) cloud.quota.set(options.quota);
    cloud.timers.start();
    return { url: cloud.url, cloud, preview, hospital, close };
  } catch (thrown) {
    await close();
    throw asStartFailure(thrown);
  }
}

function readHospital(folder: string): HospitalFolder {
  const loaded = loadHospital(folder);
  if (loaded.ok) return loaded.hospital;
  throw new StartFailure([...loaded.faults.map(formatFault), `Nothing was loaded from ${folder}.`]);
}

function openCloud(
  { root, hospital, dataDir, reset, port, now }: HospitalOptions & { root: string; hospital: HospitalFolder },
  outDir: string,
  preview: Preview,
): Promise<LocalCloud> {
  const folder = dataDir == null ? null : path.resolve(root, dataDir);
  if (reset && folder !== null) eraseDataFolder(folder);
  return startCloud({
    root,
    port: port ?? 0,
    ...(folder === null ? {} : { dataDir: folder }),
    functionsDir: path.join(outDir, 'cloudfunctions'),
    indexes: indexPlan(outDir),
    appId: APP_ID,
    envId: ENVIRONMENT_ID,
    pages: programPages(outDir),
    subscribeTemplates: subscribeTemplates(hospital),
    functionEnv: functionKeys,
    functionConfig: functionSettings(outDir),
    ...(now == null ? {} : { now }),
    extraRoutes: [(request, response, url) => preview.handle(request, response, url)],
    holdTimers: true,
  });
}
