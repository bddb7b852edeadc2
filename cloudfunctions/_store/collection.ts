import { database, type Database, type DatabaseCommand, type Query } from './sdk';
import { storeError } from './store-errors';

export interface Stored {
  readonly _id: string;
}

export interface FindOptions {
  readonly orderBy?: readonly [field: string, order: 'asc' | 'desc'];
  /** 1…1000; the platform's own default of 100 is never relied on. */
  readonly limit: number;
  readonly skip?: number;
  readonly fields?: readonly string[];
}

/** A value set as a whole: plain objects would be merged into the stored one. */
export const whole = (value: unknown): unknown => database().command.set(value);

export const command = (): DatabaseCommand => database().command;

async function run<T>(operation: (db: Database) => Promise<T>): Promise<T> {
  try {
    return await operation(database());
  } catch (thrown) {
    throw storeError(thrown);
  }
}

const projection = (fields: readonly string[]): Record<string, boolean> =>
  Object.fromEntries(fields.map((field) => [field, true]));

/** One collection of the cloud database, with the few operations that the repositories are built from. */
export class Collection<T extends Stored> {
  constructor(readonly name: string) {}

  async findById(id: string, fields?: readonly string[]): Promise<T | null> {
    return run(async (db) => {
      const reference = db.collection(this.name).doc(id);
      const found = await (fields ? reference.field(projection(fields)).get() : reference.get());
      return (found.data ?? null) as T | null;
    });
  }

  async find(condition: object, options: FindOptions): Promise<T[]> {
    return run(async (db) => {
      let query: Query = db.collection(this.name).where(condition).limit(options.limit);
      if (options.orderBy) query = query.orderBy(...options.orderBy);
      if (options.skip) query = query.skip(options.skip);
      if (options.fields) query = query.field(projection(options.fields));
      return (await query.get()).data as T[];
    });
  }

  /** @throws DuplicateKeyError where the `_id` or a unique key exists. */
  async insert(document: T): Promise<void> {
    await run((db) => db.collection(this.name).add({ data: document }));
  }

  /** All of them in one request. @throws DuplicateKeyError where one exists; those before it stay. */
  async insertAll(documents: readonly T[]): Promise<void> {
    await run((db) => db.collection(this.name).add({ data: documents }));
  }

  /** One conditional single-document update: true where the document still met the condition. */
  async updateIf(id: string, condition: object, changes: object): Promise<boolean> {
    const done = await run((db) =>
      db
        .collection(this.name)
        .where({ ...condition, _id: id })
        .update({ data: changes }),
    );
    return done.stats.updated > 0;
  }

  /** Changes every document that meets the condition; answers how many. */
  async updateAll(condition: object, changes: object): Promise<number> {
    const done = await run((db) => db.collection(this.name).where(condition).update({ data: changes }));
    return done.stats.updated;
  }

  /** Replaces the document or creates it. */
  async put({ _id, ...rest }: T): Promise<void> {
    await run((db) => db.collection(this.name).doc(_id).set({ data: rest }));
  }

  /** Removes every document that meets the condition. */
  async removeAll(condition: object): Promise<void> {
    await run((db) => db.collection(this.name).where(condition).remove());
  }

  /** Removes the document where it still meets the condition. */
  async removeIf(id: string, condition: object): Promise<boolean> {
    const done = await run((db) =>
      db
        .collection(this.name)
        .where({ ...condition, _id: id })
        .remove(),
    );
    return done.stats.removed > 0;
  }
}
