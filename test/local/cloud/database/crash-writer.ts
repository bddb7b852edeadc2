import { writeSync } from 'node:fs';
import { openDatabase } from '../../../../local/cloud/database';
import { Client, things } from './open-for-test';

/**
 * Writes without end and prints what was acknowledged, one line each, until it is killed: single documents,
 * pairs that a transaction writes together, and records of the cloud itself.
 */
async function main(path: string, round: number): Promise<void> {
  const indexes = things([{ name: 'unique_code', unique: true, keys: [{ name: 'code', direction: 1 }] }]);
  const database = openDatabase({ path, indexes, now: () => Date.now() });
  const client = new Client(database);
  const acknowledge = (line: string) => writeSync(1, `${line}\n`);

  const single = async (id: string) => {
    await client.insert({ _id: id, code: id });
    acknowledge(`single ${id}`);
  };
  const pair = async (id: string) => {
    const transaction = await client.begin();
    await transaction.insert({ _id: `${id}-left`, code: `${id}-left` });
    await transaction.insert({ _id: `${id}-right`, code: `${id}-right` });
    await transaction.commit();
    acknowledge(`pair ${id}`);
  };
  const record = async (id: string) => {
    await database.system.put('record', id, { id });
    acknowledge(`record ${id}`);
  };
  for (let n = 0; ; n++) {
    const id = `${round}-${n}`;
    await Promise.all([single(`${id}-a`), single(`${id}-b`), pair(id), record(id)]);
  }
}

void main(process.argv[2] ?? '', Number(process.argv[3]));
