import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../../../local/cloud/database';
import { Client, things } from './open-for-test';

const folder = mkdtempSync(join(tmpdir(), 'crash-'));
const path = join(folder, 'data.db');
const ROUNDS = 2;
const LINES = 400;

/** Runs the writer, kills it with SIGKILL after some acknowledged writes, answers all lines it printed. */
async function killedUnderLoad(round: number): Promise<string[]> {
  const script = join(process.cwd(), 'test/local/cloud/database/crash-writer.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, path, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    if (lines.length === LINES) child.kill('SIGKILL');
  }
  return lines;
}

/** What is in the file after a crash. */
async function contents(): Promise<{ ids: Set<string>; records: Set<string> }> {
  const indexes = things([{ name: 'unique_code', unique: true, keys: [{ name: 'code', direction: 1 }] }]);
  const database = openDatabase({ path, indexes, now: () => 0 });
  const client = new Client(database);
  const ids = new Set<string>();
  for (;;) {
    const page = await client.find({ _id: { $nin: [...ids] } });
    if (page.length === 0) break;
    for (const document of page) ids.add(String(document['_id']));
  }
  const [some] = ids;
  expect(await client.find({ code: some })).toHaveLength(1);
  const records = new Set(database.system.list('record').map((record) => record.id));
  await database.close();
  return { ids, records };
}

describe('a process killed under load', () => {
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('loses no acknowledged write, tears no transaction, and its file opens again', async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged.push(...(await killedUnderLoad(round)));
      const { ids, records } = await contents();
      const lost = acknowledged.filter((line) => {
        const [kind, id = ''] = line.split(' ');
        if (kind === 'record') return !records.has(id);
        return kind === 'single' ? !ids.has(id) : !ids.has(`${id}-left`) || !ids.has(`${id}-right`);
      });
      expect(lost).toEqual([]);
      const halves = [...ids].filter((id) => id.endsWith('-left') && !ids.has(id.replace('left', 'right')));
      expect(halves).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * LINES);
  }, 30_000);
});
