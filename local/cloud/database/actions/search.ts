import { ID_INDEX, search, type Search } from '../store/search';
import type { Collection, StoredDocument } from '../store/collection';
import type { Document } from '../values/value';
import type { ActionContext } from './action';

function countUse(collection: Collection, index: string | undefined): void {
  if (index === ID_INDEX) collection.idUses++;
  const used = collection.indexes.find(({ name }) => name === index);
  if (used !== undefined) used.uses++;
}

/** Adds what a search cost to the operation; unless unseen, counts the use of its index and has a costly one noticed. */
export function charge(
  context: ActionContext,
  question: { collection: Collection; query: Document; order?: Document | undefined },
  result: Search,
): void {
  context.cost.examined += result.examined;
  context.cost.index = result.index;
  if (context.unseen) return;
  countUse(question.collection, result.index);
  context.warnings.consider(question, result);
}

/**
 * The documents that match, with the cost of finding them charged to the operation. `most` is how many are wanted:
 * without an order to find the first of, the search stops there.
 */
export function searchFor(
  context: ActionContext,
  question: { collection: Collection; query: Document; order?: Document | undefined },
  most?: number,
): StoredDocument[] {
  const stop = question.order === undefined ? most : undefined;
  const result = search(context.workspace.documents, question.collection, question.query, stop);
  charge(context, question, result);
  return result.found;
}

/** One document by its encoded `_id`, as the session sees it. */
export function readOne(
  context: ActionContext,
  collection: Collection,
  id: string,
): StoredDocument | undefined {
  const stored = context.session.read(collection, id);
  if (!context.unseen) collection.idUses++;
  context.cost.index = ID_INDEX;
  if (stored !== undefined) context.cost.examined++;
  return stored;
}
