import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../../../../local/cloud';
import { openCloud, until } from '../cloud-under-test';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'storage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = (): Promise<LocalCloud> => openCloud({ dataDir: folder, functionConfig: { prewarmed: 0 } });
const blobs = (): string[] => readdirSync(join(folder, 'files'));
const put = async ({ storage }: LocalCloud, path: string, text: string): Promise<number> => {
  const { url, authorization } = storage.uploadTicket(path);
  const { status } = await fetch(url, { method: 'PUT', headers: { authorization }, body: text });
  return status;
};
const read = async ({ storage }: LocalCloud, path: string): Promise<string> =>
  (await fetch(storage.link(path, 60))).text();

describe('files in a data folder', () => {
  test('are there after a restart, and what no file refers to is gone', async () => {
    const first = await open();
    await put(first, 'a/报告.txt', 'one');
    await put(first, 'a/报告.txt', 'two');
    await put(first, 'b.txt', 'three');
    await first.close();
    expect(blobs()).toHaveLength(2);
    writeFileSync(join(folder, 'files', 'partial-0123'), 'half');
    writeFileSync(join(folder, 'files', 'never-acknowledged'), 'whole');
    const second = await open();
    expect(second.storage.list().map(({ path }) => path)).toEqual(['a/报告.txt', 'b.txt']);
    expect(await read(second, 'a/报告.txt')).toBe('two');
    await second.close();
    expect(blobs()).toHaveLength(2);
  });

  test('leave nothing behind when they are deleted', async () => {
    const cloud = await open();
    await put(cloud, 'a.txt', 'x');
    expect(await cloud.storage.delete('a.txt')).toBe(true);
    expect(blobs()).toEqual([]);
    await cloud.close();
  });

  test('are whole or absent: an upload that breaks off changes nothing', async () => {
    const cloud = await open();
    await put(cloud, 'a.txt', 'before');
    const { url, authorization } = cloud.storage.uploadTicket('a.txt');
    const sending = request(url, { method: 'PUT', headers: { authorization, 'content-length': 100 } });
    sending.on('error', () => undefined);
    sending.write('only the beginning');
    await until(() => blobs().some((name) => name.startsWith('partial-')));
    sending.destroy();
    await until(() => !blobs().some((name) => name.startsWith('partial-')));
    expect(await read(cloud, 'a.txt')).toBe('before');
    await cloud.close();
  });

  test('survive a kill: what was acknowledged is there and whole', async () => {
    const writer = spawn(
      process.execPath,
      ['--import', 'tsx', 'test/local/cloud/storage/upload-writer.ts', folder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let told = '';
    writer.stdout.on('data', (chunk: Buffer) => (told += chunk.toString('utf8')));
    await until(() => told.split('\n').length > 20, 30_000);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
    const last = new Map(
      told.split('\n').flatMap((line) => {
        const [path, hash] = line.split(' ');
        return path === undefined || hash?.length !== 64 ? [] : [[path, hash] as const];
      }),
    );
    const cloud = await open();
    const kept = new Map(cloud.storage.list().map(({ path, sha256 }) => [path, sha256]));
    const acknowledged = [...last.keys()];
    expect([...kept.keys()]).toEqual(expect.arrayContaining(acknowledged));
    // The upload under way may have replaced one more file before its answer was heard.
    expect(acknowledged.filter((path) => kept.get(path) !== last.get(path)).length).toBeLessThanOrEqual(1);
    await cloud.close();
    const hashes = blobs().map((name) => [
      name.split('-')[0],
      createHash('sha256')
        .update(readFileSync(join(folder, 'files', name)))
        .digest('hex'),
    ]);
    expect(hashes.filter(([name, found]) => name !== found)).toEqual([]);
    expect(hashes).toHaveLength(kept.size);
  });
});
