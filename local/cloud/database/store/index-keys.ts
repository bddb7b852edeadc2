import { requestFailed } from '../failures';
import { visitPath } from '../query/lookup';
import { EMPTY_ARRAY_KEY, encodeKey } from '../values/key';
import { fieldOf, isList, type Document, type Value } from '../values/value';

/** One entry of a document in an index: the key to store and the values it stands for. */
export interface IndexEntry {
  readonly key: string;
  readonly values: readonly Value[];
}

/** All entries of a document in an index, and whether an array made them several. */
export interface IndexEntries {
  readonly entries: readonly IndexEntry[];
  readonly multikey: boolean;
}

interface FieldKeys {
  path: string;
  parts: { key: string; value: Value }[];
  multikey: boolean;
}

/** The values under one path: each element of an array once, null when nothing is there. */
function fieldKeys(document: Document, path: string): FieldKeys {
  const found = new Map<string, Value>();
  visitPath(document, path.split('.'), (value) => {
    for (const item of isList(value) ? value : [value ?? null]) found.set(encodeKey(item), item);
    if (isList(value) && value.length === 0) found.set(EMPTY_ARRAY_KEY, value);
    return false;
  });
  if (found.size === 0) found.set(encodeKey(null), null);
  const parts = [...found].map(([key, value]) => ({ key, value }));
  return { path, parts, multikey: meetsArray(document, path) };
}

/** Whether an array lies on the path or at its end, even one of a single element. */
function meetsArray(document: Document, path: string): boolean {
  let value: Value | undefined = document;
  for (const part of path.split('.')) {
    if (isList(value)) return true;
    value = typeof value === 'object' && value !== null ? fieldOf(value as Document, part) : undefined;
  }
  return isList(value);
}

/** A first component that leads two or more of the paths into one array. */
function sharedArray(document: Document, paths: readonly string[]): string | undefined {
  const roots = paths.map((path) => path.split('.')[0] ?? '');
  return roots.find((root, at) => roots.indexOf(root) !== at && isList(fieldOf(document, root)));
}

function product(fields: readonly FieldKeys[]): IndexEntry[] {
  return fields.reduce<IndexEntry[]>(
    (entries, { parts }) =>
      entries.flatMap(({ key, values }) =>
        parts.map((part) => ({ key: key + part.key, values: [...values, part.value] })),
      ),
    [{ key: '', values: [] }],
  );
}

/** The entries of a document for the fields of an index. Two unrelated arrays are refused, as MongoDB does. */
export function indexEntries(document: Document, paths: readonly string[]): IndexEntries {
  const root = sharedArray(document, paths);
  const elements = root === undefined ? undefined : fieldOf(document, root);
  if (root !== undefined && isList(elements) && elements.length > 0) {
    const perElement = elements.map(
      (element) => indexEntries({ ...document, [root]: element }, paths).entries,
    );
    const unique = new Map(perElement.flat().map((entry) => [entry.key, entry]));
    return { entries: [...unique.values()], multikey: true };
  }
  const fields = paths.map((path) => fieldKeys(document, path));
  const several = fields.filter((field) => field.parts.length > 1);
  if (several.length > 1) {
    const names = several.map((field) => `[${field.path}]`).join(' ');
    throw requestFailed(`cannot index parallel arrays ${names}`);
  }
  return { entries: product(fields), multikey: fields.some((field) => field.multikey) };
}
