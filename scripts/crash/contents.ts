import { createHash } from 'node:crypto';
import Database from 'libsql';
import { indexEntries } from '../../local/cloud/database/store/index-keys';
import { decodeStored } from '../../local/cloud/database/values/decode';
import type { IndexDefinition } from '../../local/cloud/database/options';
import type { Kept } from './history';

type Connection = InstanceType<typeof Database>;

/** What a database file holds, read without the engine. */
export interface Contents {
  readonly documents: ReadonlyMap<string, Kept>;
  /** Entries that lack their document, documents that lack an entry, keys that two hold. */
  readonly brokenIndexes: readonly string[];
  /** SHA-256 over all documents and entries, in order. */
  readonly digest: string;
}

const rows = <Row>(connection: Connection, sql: string): Row[] =>
  connection.prepare(sql).raw().all() as Row[];

interface StoredIndex {
  readonly id: number;
  readonly definition: IndexDefinition;
}

/** Reads a closed database file, or one that this process has open. */
export function readContents(path: string): Contents {
  const connection = new Database(path, { readonly: true });
  try {
    const documents = rows<[number, string, string]>(
      connection,
      'SELECT sequence, id, text FROM documents ORDER BY sequence',
    );
    const entries = rows<[number, string, number]>(
      connection,
      'SELECT index_id, key, sequence FROM entries ORDER BY index_id, key, sequence',
    );
    const indexes = rows<[number, string]>(connection, 'SELECT id, definition FROM indexes').map(
      ([id, text]): StoredIndex => ({ id, definition: JSON.parse(text) as IndexDefinition }),
    );
    const decoded = documents.map(([sequence, , text]) => ({ sequence, document: decodeStored(text) }));
    return {
      documents: new Map(
        decoded.map(({ document }) => [document['_id'] as string, document as unknown as Kept]),
      ),
      brokenIndexes: compare(expectedEntries(decoded, indexes), entries, indexes),
      digest: createHash('sha256')
        .update(JSON.stringify([documents, entries]))
        .digest('hex'),
    };
  } finally {
    connection.close();
  }
}

const nameOf = (index: number, key: string, sequence: number): string => `${index} ${sequence} ${key}`;

function expectedEntries(
  documents: readonly { sequence: number; document: ReturnType<typeof decodeStored> }[],
  indexes: readonly StoredIndex[],
): Set<string> {
  const expected = new Set<string>();
  for (const { id, definition } of indexes) {
    const paths = definition.keys.map(({ name }) => name);
    for (const { sequence, document } of documents)
      for (const { key } of indexEntries(document, paths).entries) expected.add(nameOf(id, key, sequence));
  }
  return expected;
}

function compare(
  expected: ReadonlySet<string>,
  entries: readonly [number, string, number][],
  indexes: readonly StoredIndex[],
): string[] {
  const found = new Set(entries.map(([index, key, sequence]) => nameOf(index, key, sequence)));
  const unique = new Set(indexes.filter(({ definition }) => definition.unique).map(({ id }) => id));
  const taken = new Set<string>();
  const doubled = entries.filter(([index, key]) => {
    const name = `${index} ${key}`;
    const isSecond = unique.has(index) && taken.has(name);
    taken.add(name);
    return isSecond;
  });
  return [
    ...[...expected].filter((name) => !found.has(name)).map((name) => `index entry ${name} is missing`),
    ...[...found].filter((name) => !expected.has(name)).map((name) => `index entry ${name} has no document`),
    ...doubled.map(([index, key]) => `index ${index} holds ${key} twice`),
  ];
}
