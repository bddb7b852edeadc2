import type { Mutation } from '../mutation';

const INTERFACE = 'openapi/interfaces/add-delayed-function-task.ts';

/** Calls of functions that are to be made later. */
export const DELAYED_TASK_MUTATIONS: readonly Mutation[] = [
  {
    file: INTERFACE,
    find: 'delay * 1000)',
    replace: 'delay * 900)',
    expectFailing: ['a delayed task calls its function with its data when the time has come, and not before'],
  },
  {
    file: 'timers/delayed-tasks.ts',
    find: "DELAYED_TASK_SOURCE = 'wx_http'",
    replace: "DELAYED_TASK_SOURCE = 'wx_client'",
    expectFailing: ['a delayed task runs for no user, as a call over HTTP'],
  },
  {
    file: INTERFACE,
    find: 'const LONGEST_DELAY = 30 * 24',
    replace: 'const LONGEST_DELAY = 31 * 24',
    expectFailing: ['a delay is between 6 seconds and 30 days'],
  },
  {
    file: INTERFACE,
    find: "value === undefined || value === ''",
    replace: 'value === undefined',
    expectFailing: ['a delayed task without a function or data is refused'],
  },
  {
    file: INTERFACE,
    find: '|| !isJson(data)',
    replace: '',
    expectFailing: ['the data of a delayed task must be JSON text'],
  },
  {
    file: INTERFACE,
    find: 'Buffer.byteLength(data) > PAYLOAD_LIMITS.delayedEvent',
    replace: 'Buffer.byteLength(data) < 0',
    expectFailing: ['the data of a delayed task is at most 128 KB'],
  },
  {
    file: INTERFACE,
    find: 'if (env !== envId)',
    replace: "if (env === '')",
    expectFailing: ['a delayed task belongs to an environment of one’s own'],
  },
  {
    file: 'openapi/openapi.ts',
    find: '?.openapi.includes(api) ?? false',
    replace: '!== undefined',
    expectFailing: ['a delayed task needs its permission in config.json'],
  },
];
