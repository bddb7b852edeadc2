import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../../local/cloud/database';
import { scratchFolder } from '../../../../scripts/crash/scratch-folder';
import { things } from './open-for-test';

const folder = scratchFolder();
const path = join(folder, 'data.sqlite');
const MEGABYTE = 1024 * 1024;
const logMegabytes = (): number => statSync(`${path}-wal`).size / MEGABYTE;

describe('the write-ahead log', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (groupCommit: boolean) => {
    const database = openDatabase({
      ...{ path, indexes: things(), now: () => 0 },
      ...{ synchronous: 'normal', groupCommit },
    });
    const insert = (count: number, length: number): Promise<unknown> => {
      const data = Array.from({ length: count }, () => JSON.stringify({ text: 'x'.repeat(length) }));
      return database.handle('database.insertDocument', { collectionName: 'things', data });
    };
    return { database, insert };
  };

  test('stays small under load', async () => {
    const { database, insert } = open(false);
    let largest = 0;
    for (let commit = 0; commit < 1500; commit += 1) {
      await insert(1, 4000);
      if (commit % 10 === 0) largest = Math.max(largest, logMegabytes());
    }
    // A thousand pages, and what the last commit before them adds.
    expect(largest).toBeGreaterThan(3);
    expect(largest).toBeLessThan(5);
    await database.close();
  });

  test('becomes small again after one very large commit', async () => {
    const { database, insert } = open(true);
    await insert(1500, 20_000);
    expect(logMegabytes()).toBeGreaterThan(25);
    for (let commit = 0; commit < 3; commit += 1) await insert(1, 10);
    expect(logMegabytes()).toBeLessThanOrEqual(16);
    await database.close();
  });
});
