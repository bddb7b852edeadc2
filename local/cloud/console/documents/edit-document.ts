import type { LocalDatabase } from '../../database/options';
import { RequestError } from '../../http/body';
import { revisionOf } from './document-line';

/** A document that somebody has read: its `_id` as EJSON, and what it was then. */
export interface ReadDocument {
  collection: string;
  id: string;
  revision: string;
}

type Handle = (action: string, parameters: Record<string, unknown>) => Promise<Record<string, unknown>>;

const asker =
  (database: LocalDatabase): Handle =>
  async (action, parameters) => {
    const { data, transactionId } = await database.handleUnseen(`database.${action}`, parameters);
    return { ...(data as Record<string, unknown> | undefined), transactionId };
  };

const addressed = ({ collection: collectionName, id }: ReadDocument): Record<string, unknown> => ({
  collectionName,
  queryType: 'DOC',
  query: `{"_id":${id}}`,
});

/** Changes a document only where it still is what was read: both in one transaction, so nothing comes between. */
async function whereUnchanged(
  database: LocalDatabase,
  read: ReadDocument,
  change: (ask: Handle, address: Record<string, unknown>) => Promise<unknown>,
): Promise<void> {
  const ask = asker(database);
  const { transactionId } = await ask('startTransaction', {});
  const address = { ...addressed(read), transactionId };
  try {
    const { list } = await ask('getDocument', address);
    const [stored] = list as string[];
    if (stored === undefined) throw new RequestError(404, 'the document does not exist any more');
    if (revisionOf(stored) !== read.revision)
      throw new RequestError(409, 'the document was changed meanwhile: nothing was saved, search again');
    await change(ask, address);
    await ask('commitTransaction', { transactionId });
  } catch (error) {
    await ask('abortTransaction', { transactionId }).catch(() => undefined);
    throw error;
  }
}

/** Replaces a document by what was typed; its `_id` cannot change. */
export const saveDocument = (database: LocalDatabase, read: ReadDocument, data: string): Promise<void> =>
  whereUnchanged(database, read, (ask, address) => ask('modifyDocument', { ...address, data, merge: false }));

/** Deletes a document. */
export const removeDocument = (database: LocalDatabase, read: ReadDocument): Promise<void> =>
  whereUnchanged(database, read, (ask, address) => ask('removeDocument', address));

/** Adds a document; answers its `_id` as EJSON. */
export async function addDocument(
  database: LocalDatabase,
  collectionName: string,
  data: string,
): Promise<unknown> {
  const { insertedIds } = await asker(database)('insertDocument', { collectionName, data: [data] });
  return (insertedIds as unknown[])[0];
}
