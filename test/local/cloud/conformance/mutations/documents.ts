import type { Mutation } from '../mutation';

/** Collections and single documents. */
export const DOCUMENTS_MUTATIONS: readonly Mutation[] = [
  {
    file: 'database/failures.ts',
    find: `'DATABASE_COLLECTION_NOT_EXIST'`,
    replace: `'DATABASE_REQUEST_FAILED'`,
    expectFailing: [
      'add to a collection that was never created is refused',
      'every other operation on a missing collection is refused',
    ],
  },
  {
    file: 'database/failures.ts',
    find: 'Db or Table not exist.',
    replace: 'No.',
    expectFailing: ['add to a collection that was never created is refused'],
  },
  {
    file: 'database/store/catalog.ts',
    find: 'this.byName.set(name, collection);',
    replace: 'void collection;',
    expectFailing: ['a created collection can be used at once and after a restart'],
  },
  {
    file: 'database/store/catalog.ts',
    find: 'if (this.byName.has(name)) throw collectionExists();',
    replace: '',
    expectFailing: ['creating a collection twice is refused'],
  },
  {
    file: 'database/store/catalog.ts',
    find: `throw invalidParameter('Collection name is illegal');`,
    replace: 'void 0;',
    expectFailing: ['a collection needs a legal name'],
  },
  {
    file: 'database/store/catalog.ts',
    find: `throw invalidParameter('Collection name is required');`,
    replace: 'throw collectionMissing();',
    expectFailing: ['a collection needs a legal name'],
  },
  {
    file: 'database/values/decode.ts',
    find: 'if (raw instanceof Date) return checkedDate(raw);',
    replace: 'if (raw instanceof Date) return raw.toISOString();',
    expectFailing: ['add keeps every type exactly'],
  },
  {
    file: 'database/actions/insert-document.ts',
    find: 'randomBytes(16)',
    replace: 'randomBytes(12)',
    expectFailing: ['add answers the given _id, and makes one of 32 hex digits when there is none'],
  },
  {
    file: 'database/storage/libsql-storage.ts',
    find: 'WHERE collection = ? ORDER BY sequence`',
    replace: 'WHERE collection = ? ORDER BY id`',
    expectFailing: [
      'add of several documents keeps their order',
      'documents survive a restart of the cloud in their order',
    ],
  },
  {
    file: 'database/transactions/plain-session.ts',
    find: 'before === undefined && documents.read(collection, id) !== undefined',
    replace: 'documents.read(collection, id) === null',
    expectFailing: [
      'a plain add of an _id that a transaction takes waits and then collides',
      'a second document with the same _id is refused',
    ],
  },
  {
    file: 'database/actions/get-document.ts',
    find: 'encodeKey(documentIdOf(context, body))',
    replace: 'encodeKey(String(documentIdOf(context, body)))',
    expectFailing: ['the ids 5 and "5" are different documents'],
  },
  {
    file: 'database/actions/get-document.ts',
    find: 'return stored === undefined ? [] : [stored];',
    replace: `if (stored === undefined) throw new Error('missing'); return [stored];`,
    expectFailing: [
      'a missing document read in a transaction is null',
      'a transaction sees the state of its start until it ends',
      'doc().get of a missing document is the SDK error that names it',
    ],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: 'updated: 0, upsert_id: id',
    replace: 'updated: 0',
    expectFailing: ['doc().set creates what was missing and says so'],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: 'changeOf(collection, before, document)',
    replace: 'changeOf(collection, before, { ...before.document, ...document })',
    expectFailing: ['doc().set replaces the whole document'],
  },
  {
    file: 'database/update/target.ts',
    find: 'if (here.value === undefined) here.set({});',
    replace: 'if (!isList(here.value)) here.set({});',
    expectFailing: ['a dot path through a text or null is refused', 'doc().update merges nested objects'],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: 'updated: changes.length, ...extra',
    replace: 'updated: Math.max(1, changes.length), ...extra',
    expectFailing: [
      'an update that changes nothing counts as zero',
      'updating a missing document updates nothing and creates nothing',
    ],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: 'text === before.text ? []',
    replace: `text === '' ? []`,
    expectFailing: [
      'an update that changes nothing counts as zero',
      'where().update changes every match and counts those that became different',
    ],
  },
  {
    file: 'database/actions/modify-document.ts',
    find: 'deleted: changes.length',
    replace: 'deleted: 1',
    expectFailing: ['doc().remove removes one document once', 'where().remove removes every match'],
  },
  {
    file: 'database/actions/transaction-rules.ts',
    find: 'new Date(now() + offset)',
    replace: 'new Date(now())',
    expectFailing: ['serverDate is the clock of the cloud plus its offset'],
  },
  {
    file: 'database/actions/transaction-rules.ts',
    find: 'new Date(now() + offset)',
    replace: 'new Date(Date.now() + offset)',
    expectFailing: ['serverDate is the clock of the cloud plus its offset'],
  },
  {
    file: 'database/store/group-commit.ts',
    find: 'this.storage.commit();',
    replace: 'this.storage.rollback();',
    expectFailing: ['a created collection can be used at once and after a restart'],
  },
];
