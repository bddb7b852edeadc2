import { serveLink } from '../instruments/process-link';
import { startCloud, type LocalCloud } from '../../local/cloud/index';
import { fill } from './fill';
import { INDEXES } from './indexes';
import type { OpenCloud, OpenedCloud } from './messages';

/** The local cloud in a process of its own, as under `npm start`, without functions. */
let cloud: LocalCloud | null = null;

async function open({ folder, groupCommit }: OpenCloud): Promise<OpenedCloud> {
  cloud = await startCloud({
    dataDir: folder,
    functionsDir: folder,
    indexes: INDEXES,
    appId: 'wx0000000000000000',
    envId: 'local',
    functionConfig: { prewarmed: 0 },
    durability: { groupCommit },
    holdTimers: true,
  });
  await fill(cloud.database);
  return { url: cloud.url, variables: cloud.sdkVariables({ functionName: 'bench' }) };
}

serveLink({ open }, async () => cloud?.close());
