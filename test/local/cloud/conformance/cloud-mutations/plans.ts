import type { Mutation } from '../mutation';

/** Environments whose plan is used up for the moment. */
export const PLAN_MUTATIONS: readonly Mutation[] = [
  {
    file: 'quota/sliding-second.ts',
    find: 'return false;',
    replace: 'return true;',
    expectFailing: [
      'an operation above the operations per second of the plan is refused with -501003',
      'an operation that was refused by the plan has changed nothing',
    ],
  },
  {
    file: 'quota/quota.ts',
    find: "throw new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT'",
    replace: "throw new CloudError('EXCEED_REQUEST_LIMIT'",
    expectFailing: ['more operations at a time than the plan has connections are refused with -501004'],
  },
  {
    file: 'quota/quota.ts',
    find: 'if (limit !== null && running >= limit)',
    replace: 'if (limit !== null && this.#running.size >= limit)',
    expectFailing: [
      'a call above the concurrency of a single function is refused, and other functions are served',
    ],
  },
];
