import { PAYLOAD_LIMITS } from '../../quota/payload-limits';
import { refuse, succeed } from '../answers';
import { ERROR } from '../error-codes';
import type { InterfaceFactory } from '../interface';

/** Seconds, from developers.weixin.qq.com, addDelayedFunctionTask: 6 seconds to 30 days. */
const SHORTEST_DELAY = 6;
const LONGEST_DELAY = 30 * 24 * 3600;

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/**
 * cloudbase.addDelayedFunctionTask. Its page lists no codes of its own: these are the ones of its sister,
 * invokeCloudFunction. Whether the function exists is found out when the time has come. [MEM]
 */
export const addDelayedFunctionTask: InterfaceFactory =
  ({ delayedTasks, envId }) =>
  async ({ env, function_name: functionName, data, delay_time: delay }, caller) => {
    for (const value of [env, functionName, data, delay])
      if (value === undefined || value === '') return refuse(ERROR.missingParameter, 'missing parameter');
    const inRange = typeof delay === 'number' && delay >= SHORTEST_DELAY && delay <= LONGEST_DELAY;
    if (!inRange) return refuse(ERROR.invalidArguments, 'invalid delay_time');
    if (env !== envId) return refuse(ERROR.invalidArguments, 'invalid env');
    if (typeof functionName !== 'string') return refuse(ERROR.invalidArguments, 'invalid function_name');
    if (typeof data !== 'string' || !isJson(data)) return refuse(ERROR.invalidArguments, 'data is no JSON');
    if (Buffer.byteLength(data) > PAYLOAD_LIMITS.delayedEvent)
      return refuse(ERROR.invalidArguments, 'data is too large');
    await delayedTasks.add({ functionName, data, createdBy: caller.functionName }, delay * 1000);
    return succeed();
  };
