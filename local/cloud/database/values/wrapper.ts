import { EJSON } from 'bson';
import type { Document } from './value';

/** Field names by which EJSON writes what JSON has no form for. */
const WRAPPERS: ReadonlySet<string> = new Set([
  ...['$numberInt', '$numberLong', '$numberDouble', '$numberDecimal', '$date', '$oid', '$binary', '$uuid'],
  ...['$regularExpression', '$regex', '$symbol', '$code', '$timestamp', '$minKey', '$maxKey', '$undefined'],
  ...['$ref', '$dbPointer'],
]);

/** A whole number that a double holds exactly. */
const WHOLE = /^(0|-?[1-9]\d{0,14})$/;

function wholeNumber(text: unknown): number | undefined {
  return typeof text === 'string' && WHOLE.test(text) ? Number(text) : undefined;
}

/** The forms that nearly every request is made of, without the library's help. */
function unwrapUsual(name: string, inner: unknown): unknown {
  if (name === '$numberInt' || name === '$numberLong') return wholeNumber(inner);
  if (name === '$numberDouble') return typeof inner === 'string' ? Number.parseFloat(inner) : undefined;
  if (name !== '$date' || typeof inner !== 'object' || inner === null) return undefined;
  const milliseconds = wholeNumber((inner as { $numberLong?: unknown }).$numberLong);
  return milliseconds === undefined ? undefined : new Date(milliseconds);
}

/** What a parsed JSON object stands for when it is a form of EJSON; undefined when it is a plain object. */
export function unwrap(raw: Document): { readonly value: unknown } | undefined {
  const names = Object.keys(raw);
  const [name] = names;
  if (name !== undefined && names.length === 1) {
    const usual = unwrapUsual(name, raw[name]);
    if (usual !== undefined) return { value: usual };
  }
  if (!names.some((one) => WRAPPERS.has(one))) return undefined;
  return { value: EJSON.parse(JSON.stringify(raw), { relaxed: true }) };
}
