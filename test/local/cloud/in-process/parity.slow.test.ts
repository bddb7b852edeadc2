import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { LocalCloud } from '../../../../local/cloud';
import type { ClientAnswer } from '../../../../local/cloud/http/phone-routes';
import type { Simulation } from '../../../../local/cloud/in-process';
import { deployed, openCloud } from '../cloud-under-test';
import { openPlay } from './simulation-under-test';

type Ask = (name: string, data?: Record<string, unknown>) => Promise<ClientAnswer>;

/** What differs between any two runs: ids, instants, numbers of processes and what was measured. */
const VARYING: readonly [RegExp, string][] = [
  [/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'ID'],
  [/\b[0-9a-f]{20,}\b/gi, 'HEX'],
  [/wx20\d{12}HEX|wx20\d{12}[0-9a-f]+/g, 'PREPAY'],
  [/"(pid|timeStamp)":"?\d+"?/g, '"$1":0'],
  [/duration: \d+ms/g, 'duration'],
];

const plain = (answer: ClientAnswer): string =>
  VARYING.reduce((text, [pattern, name]) => text.replace(pattern, name), JSON.stringify(answer));

const ORDER = {
  body: 'test',
  outTradeNo: 'parity-1',
  totalFee: 100,
  spbillCreateIp: '127.0.0.1',
  envId: 'local-env',
  functionName: 'callback',
};

/** Calls of every kind: identity, documents, nesting, payment, and ends of several sorts. */
const CALLS: [what: string, run: (ask: Ask) => Promise<unknown>][] = [
  ['who calls', (ask) => ask('whoami', { a: 1 })],
  ['a document written and read', (ask) => ask('store', { set: { id: 'a', text: '文' }, get: 'a' })],
  ['a document changed and read', (ask) => ask('store', { increase: 'a', get: 'a' })],
  ['a document that is missing', (ask) => ask('store', { get: 'missing' })],
  ['a transaction', (ask) => ask('transfer')],
  ['a function that calls another', (ask) => ask('nested', { name: 'whoami', data: { b: 2 } })],
  ['a function that calls one that is missing', (ask) => ask('nested', { name: 'nobody' })],
  ['an order', (ask) => ask('pay', { api: 'unifiedOrder', data: ORDER })],
  ['the state of an order', (ask) => ask('pay', { api: 'queryOrder', data: { outTradeNo: 'parity-1' } })],
  ['a result that is no JSON', (ask) => ask('misbehave', { how: 'bigint' })],
  ['a result that is too large', (ask) => ask('misbehave', { how: 'large', bytes: 1024 * 1024 })],
  ['no result', (ask) => ask('misbehave', { how: 'nothing' })],
  ['an end without a word', (ask) => ask('misbehave', { how: 'exits' })],
  ['a name that no function has', (ask) => ask('nobody')],
];

describe('a simulation answers as the cloud with processes and sockets does', () => {
  let cloud: LocalCloud;
  let simulation: Simulation;
  beforeAll(async () => {
    const indexes = { collections: { notes: {}, runs: {}, callbacks: {} } };
    const functionConfig = { defaults: { timeoutMs: 30_000 } };
    simulation = await openPlay({ cloud: { functionsDir: deployed, indexes, functionConfig } });
    cloud = await openCloud();
  });
  afterAll(async () => {
    await simulation.close();
    await cloud.close();
  });

  test.each(CALLS)('to %s', async (_what, run) => {
    const answers = [];
    for (const side of [cloud, simulation]) {
      const ask: Ask = (name, data = {}) => side.invoke({ name, data, openid: 'o-ann' });
      answers.push(plain((await run(ask)) as ClientAnswer));
    }
    expect(answers[1]).toBe(answers[0]);
  });
});
