import type { Mutation } from '../mutation';

/** How a run of a function begins and ends. */
export const RUN_MUTATIONS: readonly Mutation[] = [
  {
    file: 'functions/function-process.ts',
    find: "this.#abort({ type: 'timeout' })",
    replace: "this.#abort({ type: 'exit' })",
    expectFailing: ['a function whose time is up is ended, in the words of the platform'],
  },
  {
    file: 'functions/function-process.ts',
    find: 'if (this.#measure() > limit)',
    replace: 'if (this.#measure() < 0)',
    expectFailing: [
      'a function that takes more memory than it was given is ended, also with memory outside of the heap',
    ],
  },
  {
    file: 'functions/function-process.ts',
    find: "else gone('exit');",
    replace: '',
    expectFailing: ['a function that ends its process has failed, and the next call gets a new instance'],
  },
  {
    file: 'functions/process-pool.ts',
    find: 'const warm = this.#idle.filter(({ boundTo, alive }) => boundTo === name && alive).at(-1);',
    replace: 'const warm = undefined as FunctionInstance | undefined;',
    expectFailing: ['an instance keeps the state of its modules from one event to the next'],
  },
  {
    file: 'functions/process-pool.ts',
    find: '    this.#idle.splice(this.#idle.indexOf(process), 1);\n    if',
    replace: '    if',
    expectFailing: ['calls at the same time have instances of their own'],
  },
  {
    file: 'functions/child/main.ts',
    find: '  setVariables(message.environment);',
    replace: "  if (process.env['WX_API_TOKEN'] === undefined) setVariables(message.environment);",
    expectFailing: ['a warm instance shows nothing of the user it served before'],
  },
  {
    file: 'functions/environment.ts',
    find: 'TZ: surroundings.timeZone,',
    replace: "TZ: 'Asia/Shanghai',",
    expectFailing: ['a function runs in UTC unless it is told otherwise'],
  },
  {
    file: 'functions/child/run-event.ts',
    find: 'JSON.stringify(result ?? null)',
    replace: "JSON.stringify(typeof result === 'bigint' ? 1 : (result ?? null))",
    expectFailing: ['a result that JSON cannot express is a failure'],
  },
  {
    file: 'functions/child/run-event.ts',
    find: "as string | undefined) ?? 'null';",
    replace: "as string | undefined)?.replace('null', '0') ?? 'null';",
    expectFailing: ['no result is null, and a Buffer in a result becomes JSON'],
  },
  {
    file: 'functions/child/run-event.ts',
    find: 'message: message ?? String(thrown)',
    replace: "message: message ?? ''",
    expectFailing: ['whatever is thrown is told to the caller, also what is no Error'],
  },
  {
    file: 'quota/payload-limits.ts',
    find: 'nestedResult: 6 * MEGABYTE',
    replace: 'nestedResult: MEGABYTE',
    expectFailing: ['a result of more than 6 MB is refused between functions, one of 2 MB is not'],
  },
  {
    file: 'quota/payload-limits.ts',
    find: 'clientResult: MEGABYTE',
    replace: 'clientResult: 6 * MEGABYTE',
    expectFailing: ['a result of more than 1 MB does not reach the mini program'],
  },
  {
    file: 'functions/host.ts',
    find: 'if (eventBytes > PAYLOAD_LIMITS.event)',
    replace: 'if (eventBytes < 0)',
    expectFailing: ['an event of more than 6 MB does not reach a function'],
  },
  {
    file: 'admin-actions.ts',
    find: '{ parent: caller.requestId }',
    replace: '{}',
    expectFailing: [
      'the operations of a run are counted under it, those of a nested call under the nested one',
    ],
  },
  {
    file: 'timers/cron.ts',
    find: 'const EIGHT_HOURS = 8 * 3600 * 1000;',
    replace: 'const EIGHT_HOURS = 0;',
    expectFailing: ['a timer goes by the clock of China and calls its function as a trigger, for no user'],
  },
];
