import type { Signer } from './signer';

/**
 * On whose behalf a running function calls the cloud. The function carries it as a signed token in
 * WX_API_TOKEN, and wx-server-sdk sends it with every request as `wxCloudApiToken`.
 */
export interface Caller {
  /** Name of the function that is running. */
  functionName: string;
  requestId: string;
  appid: string;
  /** Absent where no user stands behind the call (timer, callback). */
  openid?: string;
  /** How the call came in, oldest first, e.g. `wx_client` or `wx_client,scf`. */
  source: string;
  /** Number of functions between the user and this one. */
  depth: number;
}

export interface CallerTokens {
  issue(caller: Caller): string;
  read(token: unknown): Caller | undefined;
}

/** Caller tokens live as long as this start of the cloud: the signer's key is made anew each time. */
export function createCallerTokens(signer: Signer): CallerTokens {
  return {
    issue: (caller) => signer.sign({ kind: 'caller', ...caller }),
    read: (token) => {
      if (typeof token !== 'string' || token === '') return undefined;
      const payload = signer.verify(token) as (Caller & { kind?: string }) | undefined;
      return payload?.kind === 'caller' ? payload : undefined;
    },
  };
}
