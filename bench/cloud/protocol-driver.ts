import { checked, COLLECTION, documentOf, type Driver } from './operation';

/** What an action answers, as far as the bench looks. */
interface Answer {
  readonly code?: string;
  readonly message?: string;
  readonly transactionId?: string;
  readonly data?: { readonly list?: unknown[]; readonly updated?: number; readonly insertedIds?: unknown[] };
}

/** Sends one action of the SDK's protocol; `client` says over which connection. */
export type Send = (client: number, action: string, body: Record<string, unknown>) => Promise<unknown>;

const byId = (id: string): { query: string; queryType: 'DOC'; multi: false } => ({
  query: `{"_id":${JSON.stringify(id)}}`,
  queryType: 'DOC',
  multi: false,
});
const DECREMENT = { data: '{"$inc":{"n":{"$numberInt":"-1"}}}', merge: true, upsert: false };

/** The requests that wx-server-sdk makes of the same calls, sent without it. */
export function protocolDriver(send: Send, close: () => Promise<void> | void): Driver {
  const ask = async (client: number, action: string, body: Record<string, unknown>): Promise<Answer> => {
    const answer = (await send(client, `database.${action}`, body)) as Answer;
    if (answer.code !== undefined) throw new Error(`${action}: ${answer.code} ${String(answer.message)}`);
    return answer;
  };
  const things = { collectionName: COLLECTION };
  const insert = async (client: number, id: string, extra: object): Promise<void> => {
    const data = [JSON.stringify(documentOf(id, client))];
    checked(
      (await ask(client, 'insertDocument', { ...things, ...extra, data })).data?.insertedIds?.length ?? 0,
    );
  };
  return {
    close,
    get: async ({ client, id }) => {
      checked((await ask(client, 'getDocument', { ...things, ...byId(id) })).data?.list?.length ?? 0);
    },
    decrement: async ({ client, id }) => {
      const query = `{"$and":[{"_id":${JSON.stringify(id)}},{"n":{"$gt":{"$numberInt":"0"}}}]}`;
      const body = { ...things, ...DECREMENT, query, queryType: 'WHERE', multi: true };
      checked((await ask(client, 'modifyDocument', body)).data?.updated ?? 0);
    },
    insert: ({ client, newId }) => insert(client, newId, {}),
    transaction: async ({ client, id, newId }) => {
      const { transactionId } = await ask(client, 'startTransaction', {});
      const inside = { ...things, transactionId };
      checked((await ask(client, 'getDocument', { ...inside, ...byId(id) })).data?.list?.length ?? 0);
      await ask(client, 'modifyDocument', { ...inside, ...byId(id), ...DECREMENT });
      await insert(client, newId, { transactionId });
      await ask(client, 'commitTransaction', { transactionId });
    },
  };
}
