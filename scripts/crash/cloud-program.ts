import { startCloud } from '../../local/cloud/index';
import type { FunctionRuntime } from '../../local/cloud/functions/runtime';
import { INDEXES } from './indexes';
import type { Sabotage } from './options';
import { sabotage } from './sabotage';

/** What the process says when it serves. */
export interface Serving {
  readonly url: string;
  /** The `authorization` of its SDK endpoint. */
  readonly authorization: string;
}

/** The load is on the database: no function is ever called. */
const NO_FUNCTIONS: FunctionRuntime = {
  start: () => {
    throw new Error('this cloud runs no functions');
  },
  close: () => Promise.resolve(),
};

const [folder = '', kind = ''] = process.argv.slice(2);
// Whoever watches the kill is the only one who ends this process.
process.on('disconnect', () => process.exit(0));
if (kind !== '') sabotage(kind as Sabotage);
const cloud = await startCloud({
  dataDir: folder,
  functionsDir: folder,
  indexes: INDEXES,
  appId: 'wx0000000000000000',
  envId: 'crash',
  functionConfig: { prewarmed: 0 },
  functionRuntime: NO_FUNCTIONS,
  holdTimers: true,
});
const { TENCENTCLOUD_SECRETID: secretId = '' } = cloud.sdkVariables({ functionName: 'writer' });
const serving: Serving = { url: cloud.url, authorization: `TC3-HMAC-SHA256 Credential=${secretId}/` };
process.send?.(serving);
