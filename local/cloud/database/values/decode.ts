import { Binary, BSONRegExp, ObjectId } from 'bson';
import { CloudError } from '../../protocol/cloud-error';
import { invalidParameter, requestFailed } from '../failures';
import { MAXIMUM_DEPTH } from '../limits';
import { isDocument, type Document, type MutableDocument, type Value } from './value';
import { unwrap } from './wrapper';

/** How `{"$tcb_server_date":{"offset":ms}}` is resolved; it may throw where the platform refuses one. */
export type ServerDate = (offset: number) => Date;

const SERVER_DATE = '$tcb_server_date';

/** What MongoDB's expressions (PCRE) have and JavaScript takes for plain letters: refused rather than answered wrongly. */
const FOREIGN = /^(?:[^\\]|\\.)*?(?:\\[AZzGhHQEKRXea]|\\[pP]\{|\\x\{|\[\[:)/s;

function toPattern(source: string, flags: string): RegExp {
  if (flags.includes('x') || FOREIGN.test(source))
    throw requestFailed(
      `This regular expression is not answered by the local cloud: ${source.slice(0, 100)}`,
    );
  try {
    return new RegExp(source, flags.replace(/[^ims]/g, ''));
  } catch {
    throw invalidParameter(`Regular expression is invalid: ${source.slice(0, 100)}`);
  }
}

function serverDateOf(marker: Value, serverDate: ServerDate): Date {
  const offset = isDocument(marker) ? marker['offset'] : 0;
  if (offset !== undefined && typeof offset !== 'number')
    throw invalidParameter('serverDate offset is not a number');
  return serverDate(offset ?? 0);
}

/** Half of a character; a text may hold none alone. */
const SURROGATE = /[\ud800-\udfff]/;

function wellFormed(text: string): string {
  return SURROGATE.test(text) ? text.replace(/\p{Surrogate}/gu, '\ufffd') : text;
}

function checkName(name: string): string {
  if (name === '__proto__' || name.includes('\u0000')) throw invalidParameter('Field name is not allowed');
  return wellFormed(name);
}

class Normaliser {
  constructor(private readonly serverDate: ServerDate) {}

  value(raw: unknown, depth: number): Value {
    if (typeof raw === 'string') return wellFormed(raw);
    if (raw === null || raw === undefined) return null;
    if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
    if (depth > MAXIMUM_DEPTH)
      throw invalidParameter(`Exceeded depth limit of ${MAXIMUM_DEPTH} nested levels`);
    if (Array.isArray(raw)) return raw.map((item) => this.value(item, depth + 1));
    if (raw instanceof Date) return checkedDate(raw);
    if (raw instanceof ObjectId || raw instanceof Binary) return raw;
    if (raw instanceof BSONRegExp) return toPattern(raw.pattern, raw.options);
    if (raw instanceof RegExp) return raw;
    if (typeof raw !== 'object' || '_bsontype' in raw) throw invalidParameter('Unsupported EJSON type');
    return this.document(raw as Document, depth);
  }

  private document(raw: Document, depth: number): Value {
    const result: MutableDocument = {};
    let seenOperator = false;
    for (const name of Object.keys(raw)) {
      if (!seenOperator && name.startsWith('$')) {
        seenOperator = true;
        if (Object.hasOwn(raw, SERVER_DATE)) {
          return serverDateOf(this.value(raw[SERVER_DATE], depth + 1), this.serverDate);
        }
        const unwrapped = unwrap(raw);
        if (unwrapped !== undefined) return this.unwrapped(unwrapped.value, depth);
      }
      result[checkName(name)] = this.value(raw[name], depth + 1);
    }
    return result;
  }

  /** A form of EJSON that turned out to be none, such as a reference to another document, is refused. */
  private unwrapped(value: unknown, depth: number): Value {
    if (isDocument(value) && !('_bsontype' in value)) throw invalidParameter('Unsupported EJSON type');
    return this.value(value, depth);
  }
}

function checkedDate(date: Date): Date {
  if (Number.isNaN(date.getTime())) throw invalidParameter('Date is out of range');
  return date;
}

/** Reads canonical or relaxed EJSON text; anything else is an INVALID_PARAM that names `what`. */
export function decodeValue(text: unknown, what: string, serverDate: ServerDate): Value {
  if (typeof text !== 'string') throw invalidParameter(`param.${what} must be an EJSON string`);
  try {
    return new Normaliser(serverDate).value(JSON.parse(text), 0);
  } catch (error) {
    if (error instanceof CloudError) throw error;
    // A syntax error, a form of EJSON with a wrong content, or nesting beyond what the stack bears.
    throw invalidParameter(`param.${what} is not valid EJSON`);
  }
}

/** As decodeValue, for what must be a document. */
export function decodeDocument(text: unknown, what: string, serverDate: ServerDate): Document {
  const value = decodeValue(text, what, serverDate);
  if (!isDocument(value)) throw invalidParameter(`param.${what} must be an object`);
  return value;
}

/** Reads a document that this store wrote itself. */
export function decodeStored(text: string): Document {
  return new Normaliser((offset) => new Date(offset)).value(JSON.parse(text), 0) as Document;
}
