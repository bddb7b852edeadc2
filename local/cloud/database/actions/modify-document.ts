import { CloudError } from '../../protocol/cloud-error';
import { invalidParameter } from '../failures';
import type { Change, Collection, StoredDocument } from '../store/collection';
import { compileUpdate, type Update } from '../update/apply-update';
import { equalValues } from '../values/compare';
import { decodeDocument } from '../values/decode';
import { encodeForStorage } from '../values/encode';
import { encodeKey } from '../values/key';
import { checkStorable } from '../values/storable';
import { fieldOf, type Document, type Value } from '../values/value';
import type { ActionContext, Outcome, Run } from './action';
import { insertion } from './insert-document';
import { documentIdOf, flagOf, isByDocument, queryOf } from './parameters';
import { readOne, searchFor } from './search';
import { refuseInTransaction } from './transaction-rules';

type Body = Parameters<Run>[1];

/** The change from one stored document to the next; none when nothing differs. */
function changeOf(collection: Collection, before: StoredDocument, document: Document): Change[] {
  const text = encodeForStorage(document);
  return text === before.text ? [] : [{ collection, id: before.id, before, after: { document, text } }];
}

/** `updated` counts documents that became different, not those that matched. [MEM] */
function perform(context: ActionContext, changes: readonly Change[], extra: object = {}): Outcome {
  context.session.write(changes);
  return { data: { updated: changes.length, ...extra }, documents: changes.length };
}

function replacement(id: Value, data: Document): Document {
  checkStorable(data);
  const own = fieldOf(data, '_id');
  if (own !== undefined && !equalValues(own, id)) throw invalidParameter('不能更新_id的值');
  return { _id: id, ...data };
}

/** doc().set(): the whole document, created where there was none. */
function setDocument(context: ActionContext, body: Body, data: Document): Outcome {
  if (!isByDocument(body)) throw invalidParameter('param.merge must be true for WHERE');
  const collection = context.workspace.catalog.get(body['collectionName']);
  const id = documentIdOf(context, body);
  const document = replacement(id, data);
  const before = readOne(context, collection, encodeKey(id));
  if (before !== undefined) return perform(context, changeOf(collection, before, document));
  if (!flagOf(body, 'upsert')) return { data: { updated: 0 }, documents: 0 };
  context.session.write([insertion(collection, document)]);
  return { data: { updated: 0, upsert_id: id }, documents: 1 };
}

interface Targets {
  readonly found: readonly StoredDocument[];
  /** The query that found them; none for a single document by `_id`. */
  readonly query: Document;
}

function targets(context: ActionContext, body: Body, collection: Collection): Targets {
  if (isByDocument(body)) {
    const stored = readOne(context, collection, encodeKey(documentIdOf(context, body)));
    return { found: stored === undefined ? [] : [stored], query: {} };
  }
  refuseInTransaction(context, 'where().update()');
  const query = queryOf(context, body);
  const most = flagOf(body, 'multi') ? undefined : 1;
  return { found: searchFor(context, { collection, query }, most).slice(0, most), query };
}

/** The changes of a plain update up to the first document that refuses it, and what that one says. */
function changesOf(collection: Collection, { found, query }: Targets, update: Update) {
  const changes: Change[] = [];
  try {
    for (const stored of found) changes.push(...changeOf(collection, stored, update(stored.document, query)));
  } catch (refusal) {
    if (!(refusal instanceof CloudError)) throw refusal;
    return { changes, refusal };
  }
  return { changes, refusal: undefined };
}

/** database.modifyDocument: doc().update(), doc().set() and where().update(). */
export const modifyDocument: Run = (context, body) => {
  const data = decodeDocument(body['data'], 'data', context.serverDate);
  if (!flagOf(body, 'merge')) return setDocument(context, body, data);
  if (flagOf(body, 'upsert')) throw invalidParameter('param.upsert needs merge to be false');
  const update = compileUpdate(data);
  const collection = context.workspace.catalog.get(body['collectionName']);
  const { changes, refusal } = changesOf(collection, targets(context, body, collection), update);
  const outcome = perform(context, changes);
  // As MongoDB: an update of many documents is no transaction, and those before the refused one stay changed.
  if (refusal !== undefined) throw refusal;
  return outcome;
};

/** database.removeDocument: doc().remove() and where().remove(). */
export const removeDocument: Run = (context, body) => {
  const collection = context.workspace.catalog.get(body['collectionName']);
  const changes = targets(context, body, collection).found.map((before) => ({
    ...{ collection, id: before.id, before },
    after: undefined,
  }));
  context.session.write(changes);
  return { data: { deleted: changes.length }, documents: changes.length };
};
