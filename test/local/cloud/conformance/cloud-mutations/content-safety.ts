import type { Mutation } from '../mutation';

const CHECK = 'openapi/interfaces/check-text.ts';

/** Texts that users write, and the permission to ask about them. */
export const CONTENT_SAFETY_MUTATIONS: readonly Mutation[] = [
  {
    file: CHECK,
    find: "found.find(({ suggest }) => suggest === 'risky') ?? found[0]",
    replace: 'found.at(-1)',
    expectFailing: ['version 2 answers what it makes of a text, and never refuses it for that'],
  },
  {
    file: CHECK,
    find: "{ strategy: 'keyword', errcode: 0 },",
    replace: '',
    expectFailing: ['version 2 tells each strategy and an id of the request'],
  },
  {
    file: CHECK,
    find: "?.suggest === 'risky'",
    replace: "?.suggest === 'review'",
    expectFailing: ['version 1 refuses a risky text and lets others pass'],
  },
  {
    file: CHECK,
    find: 'visits.within(openid, RECENT_MS)',
    replace: 'true',
    expectFailing: ['version 2 wants a user who opened the mini program within two hours'],
  },
  {
    file: CHECK,
    find: 'if (!SCENES.includes(Number(scene))) return',
    replace: "if (scene === 'never') return",
    expectFailing: ['version 2 wants to know where the text stands'],
  },
  {
    file: CHECK,
    find: '> LONGEST_TEXT',
    replace: '> LONGEST_TEXT * 2',
    expectFailing: ['a text that is empty or longer than 2500 characters is refused'],
  },
  {
    file: 'openapi/openapi.ts',
    find: 'if (!this.#permits(caller, api)) return encodeRefusal(NO_PERMISSION);',
    replace: '',
    expectFailing: ['a function whose config.json does not list an interface may not call it'],
  },
  {
    file: 'openapi/openapi.ts',
    find: 'const NOT_FOUND = -604100;',
    replace: 'const NOT_FOUND = -604109;',
    expectFailing: ['an interface that does not exist is refused'],
  },
];
