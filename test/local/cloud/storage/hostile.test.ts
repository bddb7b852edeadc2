import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { connect } from 'node:net';
import type { LocalCloud } from '../../../../local/cloud';
import { storageAction } from '../../../../local/cloud/storage/storage-actions';
import { openCloud } from '../cloud-under-test';

let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await openCloud({ functionConfig: { prewarmed: 0 } });
});
afterAll(() => cloud.close());

const act = async (action: string, body: Record<string, unknown>): Promise<unknown> => {
  const run = storageAction(action);
  if (run === undefined) throw new Error(`there is no action ${action}`);
  return run(cloud.storage, body);
};

/** A request line as no client library would send it; answers the head and body as they come. */
const raw = (line: string, headers = ''): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(cloud.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => (heard += chunk.toString('utf8')));
    socket.on('end', () => resolve(heard));
    socket.on('error', reject);
    socket.end(`${line} HTTP/1.1\r\nHost: 127.0.0.1:${cloud.port}\r\nConnection: close\r\n${headers}\r\n`);
  });

describe('storage refuses', () => {
  test.each([
    ['storage.getUploadMetadata', {}],
    ['storage.getUploadMetadata', { path: 7 }],
    ['storage.getUploadMetadata', { path: { $ne: '' } }],
    ['storage.getUploadMetadata', { path: '../../etc/passwd' }],
    ['storage.batchGetDownloadUrl', {}],
    ['storage.batchGetDownloadUrl', { file_list: [] }],
    ['storage.batchGetDownloadUrl', { file_list: 'cloud://' }],
    ['storage.batchGetDownloadUrl', { file_list: [null] }],
    ['storage.batchGetDownloadUrl', { file_list: [{ fileid: ['a'] }] }],
    ['storage.batchGetDownloadUrl', { file_list: [{ fileid: 'a', max_age: -1 }] }],
    ['storage.batchGetDownloadUrl', { file_list: [{ fileid: 'a', max_age: 1e300 }] }],
    ['storage.batchDeleteFile', { fileid_list: [{}] }],
  ])('%s with %j', async (action, body) => {
    await expect(act(action, body)).rejects.toMatchObject({ code: 'INVALID_PARAM' });
  });

  test.each([
    ['GET /cos/../../../../etc/passwd'],
    ['GET /cos/..%2f..%2f..%2fetc%2fpasswd'],
    ['GET /cos/%00'],
    ['GET /cos/%ff%fe'],
    ['GET /cos/a?sign=&t=1'],
    ['GET /cos/a?sign=e30.AAAA'],
    ['PUT /cos/..%2f..%2fx'],
    ['PUT /cos/'],
    ['DELETE /cos/a'],
  ])('%s', async (line) => {
    const heard = await raw(line, 'Content-Length: 0\r\n');
    expect(heard).toMatch(/^HTTP\/1\.1 40[0-9] /);
    expect(heard).not.toContain('root:');
    expect(cloud.storage.list()).toEqual([]);
  });

  test('a foreign page that tries to upload', async () => {
    const { url, authorization } = cloud.storage.uploadTicket('a.txt');
    const headers = { authorization, origin: 'http://evil.example' };
    const { status } = await fetch(url, { method: 'PUT', headers, body: 'x' });
    expect(status).toBe(403);
    expect(cloud.storage.list()).toEqual([]);
  });

  test('a link in place of an upload’s signature, and the other way round', async () => {
    const { url, authorization } = cloud.storage.uploadTicket('a.txt');
    const sign = new URL(cloud.storage.link('a.txt', 60)).searchParams.get('sign') ?? '';
    const put = await fetch(url, { method: 'PUT', headers: { authorization: sign }, body: 'x' });
    expect(put.status).toBe(403);
    expect((await fetch(`${url}?sign=${authorization}`)).status).toBe(403);
    const identity = cloud.identity.mint({ openid: 'o-ann' });
    expect((await fetch(`${url}?sign=${identity}`)).status).toBe(403);
  });
});
