import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Database from 'libsql';
import { openDatabase } from '../../../local/cloud/database';
import { readContents } from '../../../scripts/crash/contents';
import { COLLECTION, INDEXES } from '../../../scripts/crash/indexes';

let folder = '';
let file = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'contents-'));
  file = join(folder, 'data.sqlite');
  const database = openDatabase({ path: file, indexes: INDEXES, now: () => 0 });
  const data = ['a', 'b'].map((id) => JSON.stringify({ _id: id, code: `code ${id}`, n: 1 }));
  await database.handle('database.insertDocument', { collectionName: COLLECTION, data });
  await database.close();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const change = (sql: string): void => {
  const connection = new Database(file);
  connection.exec(sql);
  connection.close();
};

describe('a database file read without the engine', () => {
  test('shows its documents, and indexes that fit them', () => {
    const { documents, brokenIndexes } = readContents(file);
    expect(Object.fromEntries(documents)).toEqual({
      a: { _id: 'a', code: 'code a', n: 1 },
      b: { _id: 'b', code: 'code b', n: 1 },
    });
    expect(brokenIndexes).toEqual([]);
  });

  test('has a digest that changes with any of its contents', () => {
    const before = readContents(file).digest;
    expect(readContents(file).digest).toBe(before);
    change(`UPDATE documents SET text = replace(text, '"1"', '"2"') WHERE id LIKE '%a%'`);
    expect(readContents(file).digest).not.toBe(before);
    change(`UPDATE documents SET text = replace(text, '"2"', '"1"') WHERE id LIKE '%a%'`);
    expect(readContents(file).digest).toBe(before);
  });

  test('shows entries that are missing, without a document, or taken twice', () => {
    change(`UPDATE entries SET key = (SELECT key FROM entries WHERE index_id = 1 AND sequence = 2)
            WHERE index_id = 1 AND sequence = 1`);
    expect(readContents(file).brokenIndexes).toEqual([
      expect.stringMatching(/^index entry 1 1 .*code a.* is missing$/s),
      expect.stringMatching(/^index entry 1 1 .*code b.* has no document$/s),
      expect.stringMatching(/^index 1 holds .*code b.* twice$/s),
    ]);
  });
});
