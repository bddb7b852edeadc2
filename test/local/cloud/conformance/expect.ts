import assert from 'node:assert/strict';
import type { CheckEnvironment } from './check';
import type { Collection, Data } from './sdk';

interface SdkError {
  errCode?: number;
  errMsg?: string;
  code?: string;
  message?: string;
}

/** Awaits a refusal of the SDK with this errCode (or code) and this text somewhere in its message. */
export async function refused(call: Promise<unknown>, id: number | string, text: string): Promise<void> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason as SdkError,
  );
  assert.ok(error, `was not refused (expected: ${text})`);
  const found = `${error.errMsg ?? ''} ${error.message ?? ''}`;
  assert.ok(error.errCode === id || error.code === id, `${String(error.errCode ?? error.code)}: ${found}`);
  assert.ok(found.includes(text), found);
}

/** Adds documents with the ids 0, 1, 2, … */
export async function fill(collection: Collection, documents: readonly Data[]): Promise<void> {
  await collection.add({ data: documents.map((document, at) => ({ _id: at, ...document })) });
}

/** Ids of the documents that match, in the order they come. */
export async function idsOf(query: ReturnType<Collection['where']>): Promise<unknown[]> {
  const { data } = await query.get();
  return data.map((document) => document['_id']);
}

/** Asserts which of `documents`, by position, match a query. */
export async function matching(
  env: CheckEnvironment,
  documents: readonly Data[],
  query: Data,
  expected: number[],
): Promise<void> {
  await fill(env.plain, documents);
  assert.deepEqual(await idsOf(env.plain.where(query)), expected);
}

/** Asserts what one update makes of one document; `_id` is left out of both. */
export async function updating(
  env: CheckEnvironment,
  change: { from: Data; by: Data; to: Data },
): Promise<void> {
  await env.plain.doc('one').set({ data: change.from });
  await env.plain.doc('one').update({ data: change.by });
  const { data } = await env.plain.doc('one').get();
  assert.deepEqual(data, { _id: 'one', ...change.to });
}

/** Asserts that an update is refused with this text and leaves the document as it was. */
export async function refusing(
  env: CheckEnvironment,
  change: { from: Data; by: Data; text: string },
): Promise<void> {
  await env.plain.doc('one').set({ data: change.from });
  await refused(env.plain.doc('one').update({ data: change.by }), -502001, change.text);
  assert.deepEqual((await env.plain.doc('one').get()).data, { _id: 'one', ...change.from });
}

/** The code of a raw answer, undefined for a success. */
export function codeOf(answer: Data): unknown {
  return answer['code'];
}

/** Asserts what one aggregation expression makes of one document; undefined stands for a missing field. */
export async function computing(
  env: CheckEnvironment,
  about: { from?: Data; by: unknown; to: unknown },
): Promise<void> {
  await env.plain.doc('one').set({ data: { is: 'there', ...about.from } });
  const { list } = await env.plain.aggregate().project({ value: about.by }).end();
  assert.deepEqual(list, [{ _id: 'one', ...(about.to === undefined ? {} : { value: about.to }) }]);
}

/** Asserts that an aggregation expression is refused with this text. */
export async function failing(
  env: CheckEnvironment,
  about: { from?: Data; by: unknown; text: string },
): Promise<void> {
  await env.plain.doc('one').set({ data: { is: 'there', ...about.from } });
  const call = env.plain.aggregate().project({ value: about.by }).end();
  await refused(call, 'DATABASE_REQUEST_FAILED', about.text);
}
