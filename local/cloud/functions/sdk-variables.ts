import { randomUUID } from 'node:crypto';
import type { CallerTokens } from '../identity/caller';
import { eventEnvironment, sdkEnvironment, type Surroundings } from './environment';

/** The function, and the user behind it, in whose name a process outside of the cloud speaks. */
export interface SdkCaller {
  functionName: string;
  openid?: string;
  /** How the call came in; `wx_client` where there is a user, else `wx_trigger`. */
  source?: string;
}

/** Gives the environment variables under which wx-server-sdk in any process speaks to this cloud. */
export type SdkVariables = (caller: SdkCaller) => Record<string, string>;

/** The SDK reads its variables anew for each request: a test may set them from call to call. */
export function sdkVariables(surroundings: Surroundings, callers: CallerTokens, appid: string): SdkVariables {
  return ({ functionName, openid, source }) => {
    const caller = {
      functionName,
      requestId: randomUUID(),
      appid,
      source: source ?? (openid === undefined ? 'wx_trigger' : 'wx_client'),
      depth: 0,
      ...(openid === undefined ? {} : { openid }),
    };
    return { ...sdkEnvironment(surroundings), ...eventEnvironment(caller, callers.issue(caller), false) };
  };
}
