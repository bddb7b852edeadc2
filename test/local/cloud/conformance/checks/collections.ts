import assert from 'node:assert/strict';
import type { Check } from '../check';
import { codeOf, refused } from '../expect';

const NOT_EXIST = '[ResourceNotFound] Db or Table not exist.';

/** Collections must exist before they are used. */
export const COLLECTION_CHECKS: Check[] = [
  {
    name: 'add to a collection that was never created is refused',
    source: 'WeChat error code -502005; wording in public reports',
    run: ({ db }) => refused(db.collection('nowhere').add({ data: { a: 1 } }), -502005, NOT_EXIST),
  },
  {
    name: 'every other operation on a missing collection is refused',
    source: 'WeChat error code -502005',
    async run({ db }) {
      const nowhere = db.collection('nowhere');
      await refused(nowhere.where({ a: 1 }).get(), -502005, NOT_EXIST);
      await refused(nowhere.count(), -502005, NOT_EXIST);
      await refused(nowhere.doc('a').get(), -502005, NOT_EXIST);
      await refused(nowhere.doc('a').update({ data: { a: 1 } }), -502005, NOT_EXIST);
      await refused(nowhere.where({ a: 1 }).remove(), -502005, NOT_EXIST);
    },
  },
  {
    name: 'a created collection can be used at once and after a restart',
    source: 'WeChat Database.createCollection',
    durable: true,
    needs: 'local',
    async run(env) {
      await env.db.createCollection('made');
      await env.db.collection('made').add({ data: { _id: 'a' } });
      await env.restart();
      assert.equal((await env.db.collection('made').count()).total, 1);
    },
  },
  {
    name: 'creating a collection twice is refused',
    source: 'WeChat Database.createCollection; wording in public reports',
    run: ({ db }) =>
      refused(db.createCollection('plain'), 'DATABASE_COLLECTION_ALREADY_EXIST', 'Table exist'),
  },
  {
    name: 'a collection needs a legal name',
    source: 'CloudBase HTTP API: Collection name is required',
    needs: 'local',
    async run({ raw }) {
      assert.equal(codeOf(await raw('database.addCollection', { collectionName: 'a$b' })), 'INVALID_PARAM');
      assert.equal(codeOf(await raw('database.addCollection', { collectionName: 5 })), 'INVALID_PARAM');
      assert.equal(codeOf(await raw('database.getDocument', { queryType: 'WHERE' })), 'INVALID_PARAM');
    },
  },
];
