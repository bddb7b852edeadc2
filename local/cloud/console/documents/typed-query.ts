import { RequestError } from '../../http/body';
import { LooseJsonError, toStrictJson } from './loose-json';

/** Reads one typed text; `what` names it where it cannot be read. */
export function strictJson(text: string, what: string): string {
  try {
    return toStrictJson(text);
  } catch (error) {
    if (error instanceof LooseJsonError) throw new RequestError(400, `${what}: ${error.message}`);
    throw error;
  }
}

/**
 * The query that a typed text means, as EJSON: nothing is everything, `{…}` is a query as MongoDB has it, and any
 * other word is an `_id`, whether it be a text or a number.
 */
export function typedQuery(text: string): string {
  const typed = text.trim();
  if (typed === '') return '{}';
  if (typed.startsWith('{')) return strictJson(typed, 'the query');
  if (typed.startsWith('[')) throw new RequestError(400, 'the query: {…} or an _id is expected, not a list');
  if (/^(".*"|'.*')$/su.test(typed)) return `{"_id":${strictJson(typed, 'the _id')}}`;
  const number = Number(typed);
  const ids = Number.isFinite(number) ? [typed, number] : [typed];
  return JSON.stringify({ _id: { $in: ids } });
}

/** The order that a typed text means: `{day: -1}`, or a field's name, with `-` before it for descending. */
export function typedOrder(text: string): string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (typed.startsWith('{')) return strictJson(typed, 'the order');
  return JSON.stringify({ [typed.replace(/^-/u, '')]: typed.startsWith('-') ? -1 : 1 });
}
