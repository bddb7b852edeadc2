import { calculateObjectSize, EJSON } from 'bson';
import { requestFailed } from '../failures';
import { MAXIMUM_DOCUMENT_BYTES, MAXIMUM_WRITTEN_DEPTH } from '../limits';
import { isDocument, isList, type Document, type Value } from './value';

/** Canonical EJSON never needs fewer than a quarter of BSON's bytes in characters: below this no document is too big. */
const SURELY_SMALL = MAXIMUM_DOCUMENT_BYTES / 4;

const INT32 = 2 ** 31;
const INT64 = 2 ** 63;

function numberText(value: number): string {
  if (Object.is(value, -0)) return '{"$numberDouble":"-0.0"}';
  if (!Number.isInteger(value)) return `{"$numberDouble":"${value}"}`;
  if (value >= -INT32 && value < INT32) return `{"$numberInt":"${value}"}`;
  return value >= -INT64 && value <= INT64 ? `{"$numberLong":"${value}"}` : `{"$numberDouble":"${value}"}`;
}

function documentText(document: Document, depth: number): string {
  let text = '';
  for (const name of Object.keys(document)) {
    text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${valueText(document[name] ?? null, depth)}`;
  }
  return `{${text}}`;
}

function valueText(value: Value, depth: number): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return numberText(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (depth > MAXIMUM_WRITTEN_DEPTH)
    throw requestFailed(`BSONObj exceeded maximum nested object depth: ${MAXIMUM_WRITTEN_DEPTH}`);
  if (isList(value)) return `[${value.map((item) => valueText(item, depth + 1)).join(',')}]`;
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  return isDocument(value) ? documentText(value, depth + 1) : EJSON.stringify(value, { relaxed: false });
}

/**
 * Canonical EJSON text: exact for every type, also for dates before 1970, NaN and -0. Written here and not by the
 * library, which is several times slower; a test holds the two together.
 */
export function encodeDocument(document: Document): string {
  return documentText(document, 1);
}

/** The text to store; refuses what MongoDB refuses because of its size. */
export function encodeForStorage(document: Document): string {
  const text = encodeDocument(document);
  if (text.length > SURELY_SMALL) {
    const size = calculateObjectSize(document);
    if (size > MAXIMUM_DOCUMENT_BYTES) {
      throw requestFailed(
        `BSONObj size: ${size} is invalid. Size must be between 0 and ${MAXIMUM_DOCUMENT_BYTES}(16MB)`,
      );
    }
  }
  return text;
}
