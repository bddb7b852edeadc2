import type { Mutation } from '../mutation';

const LOST_BEFORE = 'a request that is lost before the work has changed nothing';
const LOST_AFTER = 'a request whose answer is lost may have done its work';
const RESET_BEFORE = 'a connection that is reset before the work has changed nothing';
const RESET_AFTER = 'a connection that is reset after the work has changed what it should';
const FULL = 'a full disk refuses writes with -501001 and goes on reading';
const FULL_COMMIT = 'a commit that the disk refuses leaves nothing and lets others write';

/** What an application sees when the cloud does not answer, or not as it should. */
export const FAULT_MUTATIONS: readonly Mutation[] = [
  {
    file: 'faults/carry.ts',
    find: '  await interrupt(board, operation, BEFORE);\n',
    replace: '  await work();\n  await interrupt(board, operation, BEFORE);\n',
    expectFailing: [LOST_BEFORE, RESET_BEFORE],
  },
  {
    file: 'faults/carry.ts',
    find: 'await interrupt(board, operation, AFTER);',
    replace: '',
    expectFailing: [LOST_AFTER, RESET_AFTER],
  },
  {
    file: 'faults/carry.ts',
    find: "throw new Interruption('connection-reset');",
    replace: "throw new Interruption('lost-answer');",
    expectFailing: [RESET_BEFORE, RESET_AFTER],
  },
  {
    file: 'http/server.ts',
    find: 'response.socket?.resetAndDestroy();',
    replace: 'response.socket?.server?.close(); response.socket?.resetAndDestroy();',
    expectFailing: ['after a reset connection the next request is served'],
  },
  {
    file: 'faults/refusals.ts',
    find: "  'database.removeDocument',\n",
    replace: '',
    expectFailing: [FULL],
  },
  {
    file: 'faults/refusals.ts',
    find: '...(isWrite ? WHEN_WRITING : []),',
    replace: '...WHEN_WRITING,',
    expectFailing: [FULL, 'a read-only database refuses writes with -501001 and goes on reading'],
  },
  {
    file: 'faults/refusals.ts',
    find: "const ALWAYS: readonly FaultName[] = ['quota', 'database-fail'];",
    replace: 'const ALWAYS: readonly FaultName[] = [];',
    expectFailing: [
      'an environment without quota refuses reads and writes with -501003',
      'a failing database answers -502001',
    ],
  },
  {
    file: 'faults/faults.ts',
    find: 'seen >= nth',
    replace: 'seen > nth',
    expectFailing: ['a conflict at the second operation ends the transaction with all it wrote'],
  },
  {
    file: 'faults/refusals.ts',
    find: "inTransaction && name !== 'quota'",
    replace: 'false',
    expectFailing: [FULL_COMMIT],
  },
  {
    file: 'functions/host.ts',
    find: 'this.#instances.get(requestId)?.kill();',
    replace: '',
    expectFailing: ['a function whose instance dies has done what it did until then'],
  },
];
