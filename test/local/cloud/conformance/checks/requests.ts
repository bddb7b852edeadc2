import assert from 'node:assert/strict';
import type { Check, CheckEnvironment } from '../check';
import { codeOf } from '../expect';
import type { Data } from '../sdk';

async function invalid(env: CheckEnvironment, action: string, body: Data): Promise<void> {
  const answer = await env.raw(action, { collectionName: 'plain', ...body });
  assert.equal(codeOf(answer), 'INVALID_PARAM', JSON.stringify(answer));
  assert.equal((await env.plain.count()).total, 0);
}

const INSERT = 'database.insertDocument';
const SHAPE = 'the platform answers INVALID_PARAM for a malformed request';

/** Requests that no SDK sends: refused in the platform's form, nothing changed, still serving. */
export const REQUEST_CHECKS: Check[] = [
  {
    name: 'an unknown action is refused',
    source: SHAPE,
    needs: 'local',
    run: (env) => invalid(env, 'database.renameDocuments', { stages: [] }),
  },
  {
    name: 'an answer carries its request id beside data or code',
    source: 'envelope of the wire protocol',
    needs: 'local',
    async run({ raw }) {
      const good = await raw('database.calculateDocument', { collectionName: 'plain', queryType: 'WHERE' });
      assert.deepEqual(Object.keys(good).sort(), ['data', 'requestId']);
      const bad = await raw('database.calculateDocument', { collectionName: 'none', queryType: 'WHERE' });
      assert.deepEqual(Object.keys(bad).sort(), ['code', 'message', 'requestId']);
      const started = await raw('database.startTransaction', {});
      assert.equal(typeof started['transactionId'], 'string');
      await raw('database.abortTransaction', { transactionId: started['transactionId'] });
    },
  },
  {
    name: 'text that is no EJSON is refused',
    source: SHAPE,
    needs: 'local',
    async run(env) {
      await invalid(env, INSERT, { data: ['{"a":'] });
      await invalid(env, INSERT, { data: ['5'] });
      await invalid(env, INSERT, { data: ['{"a":{"$date":"never"}}'] });
    },
  },
  {
    name: 'parameters of a wrong type are refused',
    source: SHAPE,
    needs: 'local',
    async run(env) {
      await invalid(env, INSERT, { data: [{ a: 1 }] });
      await invalid(env, INSERT, { data: '{"a":1}' });
      await invalid(env, 'database.getDocument', { queryType: 'ALL' });
      await invalid(env, 'database.getDocument', { queryType: 'WHERE', query: [] });
      await invalid(env, 'database.getDocument', { queryType: 'WHERE', limit: 'x' });
      await invalid(env, 'database.removeDocument', { queryType: 'DOC', query: '{}' });
    },
  },
  {
    name: 'one bad document among several refuses them all',
    source: 'the request is checked before anything is written',
    needs: 'local',
    run: (env) => invalid(env, INSERT, { data: ['{"a":1}', '{"a":'] }),
  },
  {
    name: 'nesting beyond 100 levels is refused, however deep',
    source: 'MongoDB limit of nested depth',
    needs: 'local',
    async run(env) {
      const nested = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;
      await invalid(env, INSERT, { data: [nested(101)] });
      await invalid(env, INSERT, { data: [nested(200_000)] });
      const answer = await env.raw(INSERT, { collectionName: 'plain', data: [nested(90)] });
      assert.equal(codeOf(answer), undefined);
    },
  },
  {
    name: 'a document above 16 MB is refused',
    source: 'MongoDB limit of a document',
    needs: 'local',
    async run(env) {
      const data = [`{"a":"${'x'.repeat(17_000_000)}"}`];
      const answer = await env.raw(INSERT, { collectionName: 'plain', data });
      assert.match(String(answer['message']), /^BSONObj size: \d+ is invalid/);
      assert.equal((await env.plain.count()).total, 0);
    },
  },
  {
    name: 'field names that start with a dollar or hold a dot are not stored',
    source: 'MongoDB: not valid for storage',
    needs: 'local',
    async run(env) {
      for (const data of ['{"$a":1}', '{"a":{"b.c":1}}']) {
        const answer = await env.raw(INSERT, { collectionName: 'plain', data: [data] });
        assert.match(String(answer['message']), /is not valid for storage/);
      }
      assert.equal((await env.plain.count()).total, 0);
    },
  },
  {
    name: 'fields named like parts of every JavaScript object are only data',
    source: 'field names are data',
    needs: 'local',
    async run(env) {
      await invalid(env, INSERT, { data: ['{"__proto__":{"admin":true}}'] });
      await env.plain.add({ data: { _id: 'x', constructor: 1, toString: 2 } });
      assert.deepEqual((await env.plain.where({ hasOwnProperty: null, constructor: 1 }).get()).data, [
        { _id: 'x', constructor: 1, toString: 2 },
      ]);
    },
  },
];
