import type { Mutation } from '../mutation';

/** Malformed requests and the envelope. */
export const REQUESTS_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/engine.ts',
    find: 'throw invalidParameter(`Unknown or unsupported action: ${name}`);',
    replace: 'return {};',
    expectFailing: ['an unknown action is refused'],
  },
  {
    file: 'protocol/envelope.ts',
    find: 'return { requestId, ...result };',
    replace: 'return { ...result };',
    expectFailing: ['an answer carries its request id beside data or code'],
  },
  {
    file: 'protocol/envelope.ts',
    find: 'return { requestId, code: error.code, message: error.message };',
    replace: 'return { code: error.code, message: error.message };',
    expectFailing: ['an answer carries its request id beside data or code'],
  },
  {
    file: 'database/actions/table.ts',
    find: `'database.calculateDocument'`,
    replace: `'database.countDocument'`,
    expectFailing: ['every other operation on a missing collection is refused'],
  },
  {
    file: 'database/values/decode.ts',
    find: 'throw invalidParameter(`param.${what} is not valid EJSON`);',
    replace: 'return {};',
    expectFailing: ['one bad document among several refuses them all', 'text that is no EJSON is refused'],
  },
  {
    file: 'database/values/decode.ts',
    find: "if (typeof text !== 'string') throw invalidParameter(`param.${what} must be an EJSON string`);",
    replace: `if (typeof text !== 'string') return {};`,
    expectFailing: ['parameters of a wrong type are refused'],
  },
  {
    file: 'database/actions/insert-document.ts',
    find: `data.map((text) => decodeDocument(text, 'data', context.serverDate))`,
    replace: `data.flatMap((text) => { try { return [decodeDocument(text, 'data', context.serverDate)]; } catch { return []; } })`,
    expectFailing: ['serverDate in a transaction is refused'],
  },
  {
    file: 'database/limits.ts',
    find: 'MAXIMUM_DEPTH = 100',
    replace: 'MAXIMUM_DEPTH = 80',
    expectFailing: ['nesting beyond 100 levels is refused, however deep'],
  },
  {
    file: 'database/values/decode.ts',
    find: 'if (depth > MAXIMUM_DEPTH)',
    replace: 'if (depth > 1e9)',
    expectFailing: ['nesting beyond 100 levels is refused, however deep'],
  },
  {
    file: 'database/values/encode.ts',
    find: 'if (size > MAXIMUM_DOCUMENT_BYTES) {',
    replace: 'if (size < 0) {',
    expectFailing: ['a document above 16 MB is refused'],
  },
  {
    file: 'database/values/storable.ts',
    find: `if (name.startsWith('$')) {`,
    replace: `if (name === '') {`,
    expectFailing: ['field names that start with a dollar or hold a dot are not stored'],
  },
  {
    file: 'database/values/storable.ts',
    find: `if (name.includes('.')) {`,
    replace: `if (name === '') {`,
    expectFailing: ['field names that start with a dollar or hold a dot are not stored'],
  },
  {
    file: 'database/values/decode.ts',
    find: `name === '__proto__' || `,
    replace: '',
    expectFailing: ['fields named like parts of every JavaScript object are only data'],
  },
  {
    file: 'database/values/value.ts',
    find: 'Object.hasOwn(document, name) ? document[name] : undefined',
    replace: 'document[name]',
    expectFailing: ['fields named like parts of every JavaScript object are only data'],
  },
  {
    file: 'database/actions/parameters.ts',
    find: `throw invalidParameter('param.queryType must be DOC or WHERE');`,
    replace: 'return false;',
    expectFailing: ['parameters of a wrong type are refused'],
  },
];
