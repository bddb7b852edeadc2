import { EJSON } from 'bson';
import {
  openDatabase,
  type DatabaseOptions,
  type IndexFile,
  type LocalDatabase,
} from '../../../../local/cloud/database';

/** Index file with one collection, `things`, and these indexes on it. */
export function things(indexes: IndexFile['collections'][string]['indexes'] = []): IndexFile {
  return { collections: { things: { indexes } } };
}

/** A database in memory with the collection `things`. */
export function openMemory(options: Partial<DatabaseOptions> = {}): LocalDatabase {
  return openDatabase({ path: ':memory:', indexes: things(), now: () => 0, ...options });
}

/** Canonical EJSON text, as the SDK sends it. */
export function ejson(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false });
}

type Answer = Awaited<ReturnType<LocalDatabase['handle']>>;

/** Sends actions on `things` without the SDK. */
export class Client {
  constructor(
    private readonly database: LocalDatabase,
    private readonly transactionId?: string,
  ) {}

  async insert(...documents: object[]): Promise<Answer> {
    return this.send('insertDocument', { data: documents.map(ejson) });
  }

  async find(query: object): Promise<Record<string, unknown>[]> {
    const { data } = await this.send('getDocument', { queryType: 'WHERE', query: ejson(query), limit: 1000 });
    return (data as { list: string[] }).list.map((text) => EJSON.parse(text) as Record<string, unknown>);
  }

  async read(id: unknown): Promise<Record<string, unknown> | undefined> {
    const { data } = await this.send('getDocument', { queryType: 'DOC', query: ejson({ _id: id }) });
    const [text] = (data as { list: string[] }).list;
    return text === undefined ? undefined : (EJSON.parse(text) as Record<string, unknown>);
  }

  async update(query: object, update: object): Promise<number> {
    const queryType = this.transactionId === undefined ? 'WHERE' : 'DOC';
    const flags = { queryType, multi: queryType === 'WHERE', merge: true, upsert: false };
    const { data } = await this.send('modifyDocument', {
      ...flags,
      query: ejson(query),
      data: ejson(update),
    });
    return (data as { updated: number }).updated;
  }

  async begin(): Promise<Client> {
    const { transactionId } = await this.send('startTransaction', {});
    return new Client(this.database, transactionId);
  }

  async commit(): Promise<void> {
    await this.send('commitTransaction', {});
  }

  async rollback(): Promise<void> {
    await this.send('abortTransaction', {});
  }

  private send(action: string, body: object): Promise<Answer> {
    const transaction = this.transactionId === undefined ? {} : { transactionId: this.transactionId };
    return this.database.handle(`database.${action}`, { collectionName: 'things', ...transaction, ...body });
  }
}
