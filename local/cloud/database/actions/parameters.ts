import { invalidParameter } from '../failures';
import { DEFAULT_LIMIT, MAXIMUM_LIMIT } from '../limits';
import { decodeDocument } from '../values/decode';
import { fieldOf, type Document, type Value } from '../values/value';
import type { ActionContext } from './action';

type Body = Readonly<Record<string, unknown>>;

/** Whether the request addresses one document by `_id` (DOC) or all that match (WHERE). */
export function isByDocument(body: Body): boolean {
  const { queryType } = body;
  if (queryType !== 'DOC' && queryType !== 'WHERE')
    throw invalidParameter('param.queryType must be DOC or WHERE');
  return queryType === 'DOC';
}

/** The query; none stands for all documents. */
export function queryOf(context: ActionContext, body: Body): Document {
  return body['query'] === undefined ? {} : decodeDocument(body['query'], 'query', context.serverDate);
}

/** The `_id` that a DOC request names. */
export function documentIdOf(context: ActionContext, body: Body): Value {
  const id = fieldOf(queryOf(context, body), '_id');
  if (id === undefined || id === null) throw invalidParameter('param.query must name an _id');
  return id;
}

function count(body: Body, name: string, otherwise: number): number {
  const value = body[name] ?? otherwise;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParameter(`param.${name} must be a non-negative integer`);
  }
  return value;
}

/** How many documents to skip and how many to answer at most. */
export function pageOf(body: Body): { offset: number; limit: number } {
  return {
    offset: count(body, 'offset', 0),
    limit: Math.min(count(body, 'limit', DEFAULT_LIMIT) || DEFAULT_LIMIT, MAXIMUM_LIMIT),
  };
}

/** A flag that defaults to false. */
export function flagOf(body: Body, name: string): boolean {
  const value = body[name] ?? false;
  if (typeof value !== 'boolean') throw invalidParameter(`param.${name} must be a boolean`);
  return value;
}
