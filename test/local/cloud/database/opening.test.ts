import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { openDatabase, type IndexFile } from '../../../../local/cloud/database';
import { Client, things } from './open-for-test';

const UNIQUE = things([{ name: 'unique_n', unique: true, keys: [{ name: 'n', direction: 1 }] }]);

describe('opening a database file', () => {
  let folder = '';
  let path = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'opening-'));
    path = join(folder, 'data.db');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const open = (indexes: IndexFile = things()) => openDatabase({ path, indexes, now: () => 0 });

  /** The one line that opening is refused with. */
  function refusal(indexes?: IndexFile): string {
    try {
      open(indexes);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error('it opened');
  }

  async function withDocuments(...documents: object[]): Promise<void> {
    const database = open();
    await new Client(database).insert(...documents);
    await database.close();
  }

  test('a file that is no database is refused in one line and left as it is', () => {
    writeFileSync(path, 'certainly not a database '.repeat(100));
    expect(refusal()).toMatch(
      /^The local cloud's database .*data\.db cannot be opened: file is not a database\.$/,
    );
    expect(readFileSync(path, 'utf8')).toContain('certainly not');
  });

  test('a database of another program is refused in one line', () => {
    const other = new Database(path);
    other.exec('CREATE TABLE theirs (a)');
    other.close();
    expect(refusal()).toMatch(/cannot be opened: it belongs to another program\.$/);
  });

  test('a newer format is refused in one line', async () => {
    await withDocuments({ _id: 'a' });
    const newer = new Database(path);
    newer.exec('PRAGMA user_version = 99');
    newer.close();
    expect(refusal()).toMatch(/its format is 99, this program reads format 1\.$/);
  });

  test('a damaged file is refused in one line', async () => {
    await withDocuments(...Array.from({ length: 500 }, (_, n) => ({ _id: n, text: 'x'.repeat(200) })));
    const bytes = readFileSync(path);
    bytes.fill(0x55, 4096 * 3, 4096 * 8);
    writeFileSync(path, bytes);
    const line = refusal();
    expect(line).toMatch(/cannot be opened: /);
    expect(line).not.toContain('\n');
  });

  test('a folder that does not exist is refused in one line', () => {
    path = join(folder, 'none', 'data.db');
    expect(refusal()).toMatch(/^The local cloud's database .* cannot be opened: .*\.$/);
  });

  test('a new unique index is built from what is there', async () => {
    await withDocuments({ _id: 'a', n: 1 }, { _id: 'b', n: 2 });
    const database = open(UNIQUE);
    await expect(new Client(database).insert({ n: 2 })).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    });
    await database.close();
  });

  test('a unique index that does not fit the documents is refused by name, and nothing is changed', async () => {
    await withDocuments({ _id: 'a', n: 1 }, { _id: 'b', n: 1 });
    expect(refusal(UNIQUE)).toMatch(
      /^The indexes cannot be brought up to date: E11000 .* index: unique_n dup key: { n: 1 }\.$/,
    );
    const database = open();
    expect(await new Client(database).find({})).toHaveLength(2);
    await database.close();
  });

  test('an index that left the file is dropped', async () => {
    await open(UNIQUE).close();
    const database = open();
    await new Client(database).insert({ n: 1 }, { n: 1 });
    await database.close();
  });

  test('a collection that left the file keeps its documents', async () => {
    await withDocuments({ _id: 'a' });
    const database = open({ collections: {} });
    expect(await new Client(database).read('a')).toEqual({ _id: 'a' });
    await database.close();
  });
});
