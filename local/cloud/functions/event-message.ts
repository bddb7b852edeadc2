import type { Caller, CallerTokens } from '../identity/caller';
import { PAYLOAD_LIMITS } from '../quota/payload-limits';
import type { DeployedFunction } from './catalog';
import { eventEnvironment, type Surroundings } from './environment';
import type { Limits } from './function-process';
import type { Invocation } from './invocation';
import type { FunctionSettings } from './limits';
import type { EventMessage } from './messages';

/** What an event is made of, beside what its instance adds. */
export interface EventParts {
  deployed: DeployedFunction;
  invocation: Invocation;
  requestId: string;
  /** The event as JSON text. */
  event: string;
  limits: Limits;
  clockOffset: number;
}

/** The cloud in which the event takes place. */
export interface EventSurroundings {
  surroundings: Surroundings;
  appid: string;
  callers: CallerTokens;
  settings: FunctionSettings;
  variables: Record<string, string>;
}

/** Writes down an event for the instance that is to run it: who calls, with what, within which limits. */
export function eventMessage(parts: EventParts, cloud: EventSurroundings): EventMessage {
  const { deployed, invocation, requestId, event, limits, clockOffset } = parts;
  const { name, module } = deployed;
  const caller: Caller = {
    functionName: name,
    requestId,
    appid: cloud.appid,
    source: invocation.source,
    depth: invocation.depth ?? 0,
    ...(invocation.openid === undefined ? {} : { openid: invocation.openid }),
  };
  return {
    type: 'event',
    requestId,
    module,
    event,
    context: {
      request_id: requestId,
      function_name: name,
      function_version: '$LATEST',
      memory_limit_in_mb: limits.memoryMegabytes,
      time_limit_in_ms: limits.timeoutMs,
      namespace: cloud.surroundings.envId,
    },
    environment: {
      ...cloud.variables,
      ...cloud.settings.functions?.[name]?.variables,
      ...eventEnvironment(caller, cloud.callers.issue(caller), invocation.trigger ?? false),
    },
    clockOffset,
    maxResultBytes: invocation.maxResultBytes ?? PAYLOAD_LIMITS.clientResult,
  };
}

/** The event as JSON text; undefined where it cannot be written as such. */
export function eventText({ event }: Invocation): string | undefined {
  try {
    return JSON.stringify(event ?? {}) as string | undefined;
  } catch {
    return undefined;
  }
}
