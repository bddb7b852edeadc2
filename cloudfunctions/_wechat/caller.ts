import { weChatCloud } from './sdk';

/** Who set this function going, as the platform says it. Nothing here comes from the request. */
export interface PlatformCaller {
  /** Absent for timers, callbacks and the console. */
  readonly openid: string | null;
  /** Chain of sources, e.g. `wx_client`, `wx_client,scf`, `wx_trigger`, `wx_paycallback`. */
  readonly source: string;
}

/** Only valid while the function runs: the platform sets it anew for each event. */
export function platformCaller(): PlatformCaller {
  const context = weChatCloud().getWXContext();
  return {
    openid: typeof context.OPENID === 'string' && context.OPENID !== '' ? context.OPENID : null,
    source: context.SOURCE ?? '',
  };
}

const lastSource = (caller: PlatformCaller): string => caller.source.split(',').at(-1) ?? '';

/** Called by another function of this environment. */
export const isInternal = (caller: PlatformCaller): boolean => lastSource(caller) === 'scf';

export const isTimer = (caller: PlatformCaller): boolean => caller.source === 'wx_trigger';

export const isPayCallback = (caller: PlatformCaller): boolean => caller.source === 'wx_paycallback';

/**
 * Started from the console or the command line, by someone who holds the environment's keys: no OPENID and none of the
 * sources that a phone, a web page or an event has.
 */
export const isOperator = (caller: PlatformCaller): boolean =>
  caller.openid === null && !/wx_|scf/.test(caller.source);
