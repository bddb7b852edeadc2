import { delimiter, join } from 'node:path';
import type { Caller } from '../identity/caller';

/** What a function process is told of its surroundings, the same for all of its events. */
export interface Surroundings {
  /** Endpoint of the SDK, without a question mark: the SDK appends its own query. */
  adminUrl: string;
  envId: string;
  secretId: string;
  secretKey: string;
  timeZone: string;
  root: string;
}

// Names that the platform sets; a function's own variables never override them.
const REGION = 'ap-shanghai';

/**
 * The environment of a process. Nothing of the host's own environment is passed on but what a
 * program needs to run at all.
 */
export function processEnvironment(surroundings: Surroundings): Record<string, string> {
  const { PATH = '', HOME = '', LANG = 'C.UTF-8', SystemRoot } = process.env;
  return {
    PATH,
    HOME,
    LANG,
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
    TZ: surroundings.timeZone,
    // A bundle keeps wx-server-sdk external: it is found here wherever the bundle lies.
    NODE_PATH: [join(surroundings.root, 'node_modules')].join(delimiter),
    ...sdkEnvironment(surroundings),
  };
}

/** The part of the environment that wx-server-sdk reads to find the cloud. */
export function sdkEnvironment(surroundings: Surroundings): Record<string, string> {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: REGION,
    TENCENTCLOUD_SECRETID: surroundings.secretId,
    TENCENTCLOUD_SECRETKEY: surroundings.secretKey,
    SCF_NAMESPACE: surroundings.envId,
    TCB_ENV: surroundings.envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: surroundings.adminUrl }),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
  };
}

/** The variables of one event: who calls, from where, and the signed proof of it. */
export function eventEnvironment(caller: Caller, token: string, trigger: boolean): Record<string, string> {
  const keys = [...(caller.openid === undefined ? [] : ['WX_OPENID']), 'WX_APPID', 'WX_API_TOKEN'];
  return {
    WX_CONTEXT_KEYS: keys.join(','),
    ...(caller.openid === undefined ? {} : { WX_OPENID: caller.openid }),
    WX_APPID: caller.appid,
    WX_API_TOKEN: token,
    TCB_SOURCE: caller.source,
    TCB_SEQID: caller.requestId,
    ...(trigger ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: token } : {}),
  };
}
