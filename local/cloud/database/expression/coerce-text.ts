import { requestFailed } from '../failures';
import type { Value } from '../values/value';
import { typeOf } from './arguments';
import { isNothing } from './expression';

/** A value where a text is wanted: numbers and dates are written out, nothing is the empty text. */
export function coerceText(value: Value | undefined): string {
  if (isNothing(value)) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (value instanceof Date) return value.toISOString();
  throw requestFailed(`can't convert from BSON type ${typeOf(value)} to String`);
}
