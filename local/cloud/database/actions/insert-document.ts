import { randomBytes } from 'node:crypto';
import { invalidParameter, requestFailed } from '../failures';
import type { Change, Collection } from '../store/collection';
import { decodeDocument } from '../values/decode';
import { encodeForStorage } from '../values/encode';
import { encodeKey } from '../values/key';
import { checkStorable } from '../values/storable';
import { fieldOf, isDocument, isList, type Document, type Value } from '../values/value';
import type { Run } from './action';

/** A new `_id` is 32 hexadecimal digits. [MEM] */
function newId(): string {
  return randomBytes(16).toString('hex');
}

function checkId(id: Value): void {
  if (isList(id) || id instanceof RegExp) {
    throw requestFailed(`The '_id' value cannot be of type ${isList(id) ? 'array' : 'regex'}`);
  }
  if (isDocument(id)) checkStorable(id, '_id.');
}

/** The change that adds a document; `_id` comes first, as MongoDB stores it. */
export function insertion(collection: Collection, document: Document): Change {
  const id = fieldOf(document, '_id') ?? newId();
  checkId(id);
  const complete = { _id: id, ...document, ...(document['_id'] == null ? { _id: id } : {}) };
  checkStorable(complete);
  const text = encodeForStorage(complete);
  return { collection, id: encodeKey(id), before: undefined, after: { document: complete, text } };
}

/** database.insertDocument: add() of one document or of several, in order, up to the first that is refused. */
export const insertDocument: Run = (context, body) => {
  const { data } = body;
  if (!Array.isArray(data) || data.length === 0)
    throw invalidParameter('param.data must be a nonempty array');
  const documents = data.map((text) => decodeDocument(text, 'data', context.serverDate));
  const collection = context.workspace.catalog.get(body['collectionName']);
  const changes = documents.map((document) => insertion(collection, document));
  context.session.write(changes);
  const insertedIds = changes.map((change) => change.after?.document['_id']);
  return { data: { insertedIds }, documents: changes.length };
};
