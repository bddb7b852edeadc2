import { sortBy } from '../query/order';
import { compileProjection } from '../query/projection';
import { decodeDocument } from '../values/decode';
import { encodeDocument } from '../values/encode';
import { encodeKey } from '../values/key';
import type { StoredDocument } from '../store/collection';
import type { ActionContext, Run } from './action';
import { checkAnswer } from './answer';
import { documentIdOf, isByDocument, pageOf, queryOf } from './parameters';
import { readOne, searchFor } from './search';
import { refuseInTransaction } from './transaction-rules';

type Body = Parameters<Run>[1];

/** The stored text is the answer, unless only some fields are wanted. */
function textOf(context: ActionContext, body: Body): (stored: StoredDocument) => string {
  if (body['projection'] === undefined) return (stored) => stored.text;
  const project = compileProjection(decodeDocument(body['projection'], 'projection', context.serverDate));
  return (stored) => encodeDocument(project(stored.document));
}

function findMany(context: ActionContext, body: Body): StoredDocument[] {
  refuseInTransaction(context, 'where().get()');
  const { offset, limit } = pageOf(body);
  const collection = context.workspace.catalog.get(body['collectionName']);
  const order =
    body['order'] === undefined ? undefined : decodeDocument(body['order'], 'order', context.serverDate);
  const found = searchFor(context, { collection, query: queryOf(context, body), order }, offset + limit);
  const sorted = order === undefined ? found : sortBy(found, (stored) => stored.document, order);
  return sorted.slice(offset, offset + limit);
}

function findOne(context: ActionContext, body: Body): StoredDocument[] {
  const collection = context.workspace.catalog.get(body['collectionName']);
  const stored = readOne(context, collection, encodeKey(documentIdOf(context, body)));
  return stored === undefined ? [] : [stored];
}

/** database.getDocument: doc().get() and where()…get(). */
export const getDocument: Run = (context, body) => {
  const text = textOf(context, body);
  const found = isByDocument(body) ? findOne(context, body) : findMany(context, body);
  return { data: { list: checkAnswer(found.map(text)) }, documents: found.length };
};

/** database.calculateDocument: count(). */
export const calculateDocument: Run = (context, body) => {
  refuseInTransaction(context, 'count()');
  const collection = context.workspace.catalog.get(body['collectionName']);
  const total = searchFor(context, { collection, query: queryOf(context, body) }).length;
  return { data: { total }, documents: total };
};
