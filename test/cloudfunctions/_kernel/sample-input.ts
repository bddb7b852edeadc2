import type { Procedure } from '@core/contract/procedure';
import * as v from 'valibot';

/** Values of which each scalar of the contract takes at least one. */
const CANDIDATES: readonly unknown[] = [
  'abcdef',
  'request-000000000000',
  'dr-tian_2026-03-11_am',
  '2026-03-11',
  '09:00',
  '990099199001010017',
  'ABCDEFGH',
  '12345678',
  '19900000000',
  '123456',
  false,
  1,
  36.5,
  100,
  365,
  null,
];

interface Described {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly item?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly wrapped?: v.GenericSchema;
}

/** A value that the schema takes, made from the schema itself. */
export function sampleOf(schema: v.GenericSchema): unknown {
  const { type, entries, item, options, wrapped } = schema as unknown as Described;
  if (entries) {
    return Object.fromEntries(Object.entries(entries).map(([field, one]) => [field, sampleOf(one)]));
  }
  if (item) return [sampleOf(item)];
  if (wrapped) return sampleOf(wrapped);
  if (type === 'picklist') return options?.[0];
  if (options) return sampleOf(options[0] as v.GenericSchema);
  const found = CANDIDATES.find((candidate) => v.safeParse(schema, candidate).success);
  if (found === undefined) throw new Error(`No sample fits a ${type}: add one to the candidates`);
  return found;
}

export const sampleInput = ({ input }: Procedure): Record<string, unknown> =>
  sampleOf(input) as Record<string, unknown>;

/** Where the scalars of a value are, outermost field first. */
export function scalarPaths(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return Object.entries(value).flatMap(([field, inner]) => scalarPaths(inner, [...path, field]));
}

/** A copy in which something else stands at a path. */
export function withValueAt(value: unknown, [field, ...rest]: readonly string[], put: unknown): unknown {
  if (field === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) =>
      String(index) === field ? withValueAt(inner, rest, put) : inner,
    );
  }
  const object = value as Record<string, unknown>;
  return { ...object, [field]: withValueAt(object[field], rest, put) };
}
