import type { Mutation } from '../mutation';

/** Functions that call functions. */
export const CALL_MUTATIONS: readonly Mutation[] = [
  {
    file: 'functions/child/run-event.ts',
    find: 'JSON.parse(message.event)',
    replace: '{}',
    expectFailing: [
      'a function calls another one and gets its result as a value',
      'the called function sees the user of the caller and the chain of sources',
    ],
  },
  {
    file: 'admin-actions.ts',
    find: '{ ...event, userInfo: { appId: appid, openId: openid } }',
    replace: 'event',
    expectFailing: ['the called function sees the user of the caller and the chain of sources'],
  },
  {
    file: 'admin-actions.ts',
    find: "caller === undefined ? 'scf' : `${caller.source},scf`",
    replace: "'scf'",
    expectFailing: [
      'the called function sees the user of the caller and the chain of sources',
      'a call without a user stays without one',
    ],
  },
  {
    file: 'functions/child/run-event.ts',
    find: 'message: thrown.message,',
    replace: "message: '',",
    expectFailing: ['what a function throws reaches its caller with the code of a failed execution'],
  },
  {
    file: 'functions/host.ts',
    find: '? functionNotFound(name)',
    replace: "? 'null'",
    expectFailing: ['a function that does not exist is refused'],
  },
];
