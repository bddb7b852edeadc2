import pg from 'pg';
import { checked, documentOf, type Driver } from './operation';

export const SCHEMA = `
  DROP TABLE IF EXISTS things;
  CREATE TABLE things (id text PRIMARY KEY, document jsonb NOT NULL);
  CREATE INDEX things_code ON things ((document->>'code'));
`;

const GET = { name: 'get', text: 'SELECT document FROM things WHERE id = $1' };
const DECREMENT = {
  name: 'decrement',
  text: `UPDATE things SET document = jsonb_set(document, '{n}', to_jsonb((document->>'n')::bigint - 1))
         WHERE id = $1 AND (document->>'n')::bigint > 0`,
};
const INSERT = { name: 'insert', text: 'INSERT INTO things (id, document) VALUES ($1, $2)' };
const MANY = `INSERT INTO things (id, document)
              SELECT one->>'_id', one FROM jsonb_array_elements($1::jsonb) AS one`;

type Queryable = Pick<pg.Pool, 'query'>;

const insertInto = async (into: Queryable, id: string, client: number): Promise<void> => {
  checked((await into.query({ ...INSERT, values: [id, documentOf(id, client)] })).rowCount ?? 0);
};

/** node-postgres in this process, one connection for each client, prepared statements. */
export function postgresDriver(connection: pg.PoolConfig, clients: number): Driver {
  const pool = new pg.Pool({ ...connection, max: clients, idleTimeoutMillis: 0 });
  const run = async (on: Queryable, statement: typeof GET, id: string): Promise<void> => {
    checked((await on.query({ ...statement, values: [id] })).rowCount ?? 0);
  };
  return {
    close: () => pool.end(),
    get: ({ id }) => run(pool, GET, id),
    decrement: ({ id }) => run(pool, DECREMENT, id),
    insert: ({ client, newId }) => insertInto(pool, newId, client),
    transaction: async ({ client, id, newId }) => {
      const connected = await pool.connect();
      try {
        await connected.query('BEGIN');
        await run(connected, GET, id);
        await run(connected, DECREMENT, id);
        await insertInto(connected, newId, client);
        await connected.query('COMMIT');
      } finally {
        connected.release();
      }
    },
  };
}

/** Inserts documents as fast as one statement after the other can. */
export async function insertMany(client: Queryable, documents: readonly object[]): Promise<void> {
  await client.query(MANY, [JSON.stringify(documents)]);
}
