import assert from 'node:assert/strict';
import type { Check } from '../check';
import { refused } from '../expect';

/** One document at a time: add, doc().get, set, update, remove. */
export const DOCUMENT_CHECKS: Check[] = [
  {
    name: 'add keeps every type exactly',
    source: 'canonical EJSON on the wire of wx-server-sdk 4.0.2',
    async run({ plain }) {
      const data = {
        ...{
          none: null,
          yes: true,
          whole: 3,
          big: 2 ** 40,
          part: -1.25,
          text: '中\u0000文😀',
          deep: { a: [{ b: [1, [2]] }] },
        },
        ...{ at: new Date(-86_400_000), later: new Date('2026-03-10T00:00:00.021Z'), empty: {}, list: [] },
      };
      await plain.add({ data: { _id: 'all', ...data } });
      assert.deepEqual((await plain.doc('all').get()).data, { _id: 'all', ...data });
    },
  },
  {
    name: 'add answers the given _id, and makes one of 32 hex digits when there is none',
    source: 'WeChat Collection.add; form of the made id from memory',
    async run({ plain }) {
      assert.equal((await plain.add({ data: { _id: 'mine' } }))._id, 'mine');
      const { _id: made } = await plain.add({ data: { a: 1 } });
      assert.match(String(made), /^[0-9a-f]{32}$/);
      assert.deepEqual((await plain.doc(made).get()).data, { _id: made, a: 1 });
    },
  },
  {
    name: 'add of several documents keeps their order',
    source: 'database.insertDocument takes an array of documents',
    async run({ plain }) {
      await plain.add({ data: [{ _id: 'b' }, { _id: 'a' }, { _id: 'c' }] });
      assert.deepEqual((await plain.get()).data, [{ _id: 'b' }, { _id: 'a' }, { _id: 'c' }]);
    },
  },
  {
    name: 'a second document with the same _id is refused',
    source: 'MongoDB E11000 on index _id_',
    async run({ plain }) {
      await plain.add({ data: { _id: 'x', a: 1 } });
      const text = 'E11000 duplicate key error collection: local.plain index: _id_ dup key: { _id: "x" }';
      await refused(plain.add({ data: { _id: 'x', a: 2 } }), -502001, text);
      assert.deepEqual((await plain.doc('x').get()).data, { _id: 'x', a: 1 });
    },
  },
  {
    name: 'the ids 5 and "5" are different documents',
    source: 'experiment with the SDK; MongoDB compares by type first',
    async run({ plain }) {
      await plain.add({
        data: [
          { _id: 5, is: 'number' },
          { _id: '5', is: 'text' },
        ],
      });
      assert.equal((await plain.doc(5).get()).data?.['is'], 'number');
      assert.equal((await plain.doc('5').get()).data?.['is'], 'text');
    },
  },
  {
    name: 'doc().get of a missing document is the SDK error that names it',
    source: 'wx-server-sdk: an empty list becomes errCode -1',
    run: ({ plain }) => refused(plain.doc('gone').get(), -1, 'document with _id gone does not exist'),
  },
  {
    name: 'doc().set creates what was missing and says so',
    source: 'WeChat Document.set; data.upsert_id',
    async run({ plain }) {
      assert.deepEqual((await plain.doc('new').set({ data: { a: 1 } })).stats, { updated: 0, created: 1 });
      assert.deepEqual((await plain.doc('new').get()).data, { _id: 'new', a: 1 });
    },
  },
  {
    name: 'doc().set replaces the whole document',
    source: 'WeChat Document.set',
    async run({ plain }) {
      await plain.add({ data: { _id: 'x', a: 1, b: { c: 2 } } });
      assert.deepEqual((await plain.doc('x').set({ data: { b: { d: 3 } } })).stats, {
        updated: 1,
        created: 0,
      });
      assert.deepEqual((await plain.doc('x').get()).data, { _id: 'x', b: { d: 3 } });
    },
  },
  {
    name: 'doc().update merges nested objects',
    source: 'WeChat Document.update; the SDK flattens to dot paths',
    async run({ plain }) {
      await plain.add({ data: { _id: 'x', a: { b: 1, c: 2 } } });
      assert.equal((await plain.doc('x').update({ data: { a: { c: 3, d: 4 } } })).stats.updated, 1);
      assert.deepEqual((await plain.doc('x').get()).data, { _id: 'x', a: { b: 1, c: 3, d: 4 } });
    },
  },
  {
    name: 'updating a missing document updates nothing and creates nothing',
    source: 'WeChat Document.update',
    async run({ plain }) {
      assert.equal((await plain.doc('x').update({ data: { a: 1 } })).stats.updated, 0);
      assert.equal((await plain.count()).total, 0);
    },
  },
  {
    name: 'an update that changes nothing counts as zero',
    source: 'updated counts modified documents (from memory of the platform)',
    async run({ plain }) {
      await plain.add({ data: { _id: 'x', a: 1 } });
      assert.equal((await plain.doc('x').update({ data: { a: 1 } })).stats.updated, 0);
    },
  },
  {
    name: 'doc().remove removes one document once',
    source: 'WeChat Document.remove',
    async run({ plain }) {
      await plain.add({ data: [{ _id: 'x' }, { _id: 'y' }] });
      assert.equal((await plain.doc('x').remove()).stats.removed, 1);
      assert.equal((await plain.doc('x').remove()).stats.removed, 0);
      assert.deepEqual((await plain.get()).data, [{ _id: 'y' }]);
    },
  },
  {
    name: 'serverDate is the clock of the cloud plus its offset',
    source: 'WeChat db.serverDate; $tcb_server_date on the wire',
    needs: 'local',
    async run(env) {
      env.clock = Date.UTC(2026, 2, 10, 0, 0, 0);
      const { plain, db } = env;
      await plain.add({ data: { _id: 'x', at: db.serverDate() } });
      await plain.doc('x').update({ data: { inner: { later: db.serverDate({ offset: 60_000 }) } } });
      const at = new Date(env.clock);
      assert.deepEqual((await plain.doc('x').get()).data, {
        _id: 'x',
        at,
        inner: { later: new Date(env.clock + 60_000) },
      });
    },
  },
  {
    name: 'documents survive a restart of the cloud in their order',
    source: 'durability of an answered write',
    durable: true,
    needs: 'local',
    async run(env) {
      await env.plain.add({
        data: [
          { _id: 'b', n: 1 },
          { _id: 'a', n: 2 },
        ],
      });
      await env.plain.doc('b').update({ data: { n: 3 } });
      await env.restart();
      assert.deepEqual((await env.plain.get()).data, [
        { _id: 'b', n: 3 },
        { _id: 'a', n: 2 },
      ]);
    },
  },
];
