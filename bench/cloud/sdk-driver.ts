import { createRequire } from 'node:module';
import path from 'node:path';
import { checked, COLLECTION, documentOf, type Driver } from './operation';

/** The part of wx-server-sdk that is measured, typed as it behaves. */
interface Collection {
  doc(id: string): {
    get(): Promise<{ data: unknown }>;
    update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  };
  where(query: object): { update(options: { data: object }): Promise<{ stats: { updated: number } }> };
  add(options: { data: object }): Promise<{ _id: unknown }>;
}
interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
}
interface Database {
  command: { gt(value: number): unknown; inc(value: number): unknown };
  collection(name: string): Collection;
  startTransaction(): Promise<Transaction>;
}
interface Sdk {
  init(options: object): void;
  database(): Database;
}

/** The unmodified SDK in this process, pointed at a cloud by its environment variables. */
export function sdkDriver(variables: Readonly<Record<string, string>>): Driver {
  Object.assign(process.env, variables);
  const sdk = createRequire(path.join(process.cwd(), 'package.json'))('wx-server-sdk') as Sdk;
  sdk.init({ env: variables['TCB_ENV'] });
  const database = sdk.database();
  const { command } = database;
  const things = database.collection(COLLECTION);
  const insert = async (into: Collection, id: string, client: number): Promise<void> => {
    await into.add({ data: documentOf(id, client) });
  };
  return {
    close: () => undefined,
    get: async ({ id }) => {
      await things.doc(id).get();
    },
    decrement: async ({ id }) => {
      const one = things.where({ _id: id, n: command.gt(0) });
      checked((await one.update({ data: { n: command.inc(-1) } })).stats.updated);
    },
    insert: ({ client, newId }) => insert(things, newId, client),
    transaction: async ({ client, id, newId }) => {
      const transaction = await database.startTransaction();
      const inside = transaction.collection(COLLECTION);
      await inside.doc(id).get();
      await inside.doc(id).update({ data: { n: command.inc(-1) } });
      await insert(inside, newId, client);
      await transaction.commit();
    },
  };
}
