import path from 'node:path';
import { startCloud, type LocalCloud } from '../../../local/cloud/index';
import type { AppointmentRecord } from '../../../cloudfunctions/_store/appointments';
import type { Session } from '../../../cloudfunctions/_store/sessions';
import { buildFunctions } from '../../../scripts/build/build-all';
import { KEY_NAMES } from '../../../scripts/build/cloudbase-config';
import { toImport } from '../../../scripts/hospital/to-catalogue';
import { functionSettings, indexPlan } from '../../../scripts/start/function-settings';
import { openHospital } from '../../../scripts/start/open-hospital';
import { inventCallers } from '../callers';
import { clinicDay, OPENING } from '../clinic-day';
import { serveLink } from '../../instruments/process-link';
import { readAll, replaceAll } from './documents';
import type { CloudState, OpenedCloud, OpenCloud } from './messages';

/** The local cloud as `npm start` runs it: a process of its own, with the built functions in their processes. */
interface Open {
  readonly cloud: LocalCloud;
  readonly accounts: readonly string[];
  readonly sessions: readonly string[];
}

let opened: Open | null = null;
let stopCounting: (() => Promise<unknown>) | null = null;

const current = (): Open => {
  if (!opened) throw new Error('The cloud is not open');
  return opened;
};

async function open({ folder, onlinePerSlot, callers: count, processes }: OpenCloud): Promise<OpenedCloud> {
  const root = process.cwd();
  const outDir = path.join(folder, 'functions');
  await buildFunctions({ root, outDir });
  const hospital = clinicDay(path.join(root, 'local/hospital'), onlinePerSlot);
  const cloud = await startCloud({
    root,
    dataDir: path.join(folder, 'data'),
    functionsDir: path.join(outDir, 'cloudfunctions'),
    indexes: indexPlan(outDir),
    appId: 'wx0000000000000000',
    envId: 'local',
    functionEnv: Object.fromEntries(KEY_NAMES.map((name) => [name, process.env[name] ?? ''])),
    functionConfig: { ...functionSettings(outDir), ...(processes === null ? {} : { maximum: processes }) },
    now: OPENING,
    holdTimers: true,
  });
  await openHospital(cloud, hospital);
  const { consent } = toImport(hospital).hospital.rulePack;
  const callers = inventCallers(count, consent, OPENING);
  const sessions = await readAll<Session>(cloud.database, 'sessions');
  opened = {
    cloud,
    accounts: callers.map(({ account }) => JSON.stringify(account)),
    sessions: sessions.map((session) => JSON.stringify(session)),
  };
  return {
    url: cloud.url,
    sessions,
    consent: { id: consent.id, version: consent.version },
    tokens: callers.map(({ openid }) => cloud.identity.mint({ openid })),
  };
}

async function reset(): Promise<void> {
  const { cloud, accounts, sessions } = current();
  await replaceAll(cloud.database, 'appointments', []);
  await replaceAll(cloud.database, 'accounts', accounts);
  await replaceAll(cloud.database, 'sessions', sessions);
}

async function state(): Promise<CloudState> {
  const { database } = current().cloud;
  return {
    sessions: await readAll<Session>(database, 'sessions'),
    appointments: await readAll<AppointmentRecord>(database, 'appointments'),
  };
}

function startCounting(): void {
  let stop: () => void = () => undefined;
  const until = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const counts = current().cloud.operations.during(() => until);
  stopCounting = () => {
    stop();
    return counts;
  };
}

serveLink(
  {
    open,
    reset,
    state,
    startCounting,
    stopCounting: () => stopCounting?.(),
    functionPids: () => current().cloud.host.pids,
    commits: () => current().cloud.database.stats().commits,
  },
  async () => opened?.cloud.close(),
);
