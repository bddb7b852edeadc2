import { readFileSync } from 'node:fs';
import path from 'node:path';

interface IndexFile {
  readonly collections: Readonly<
    Record<
      string,
      {
        readonly indexes?: readonly {
          readonly name: string;
          readonly unique?: boolean;
          readonly keys: readonly { readonly name: string; readonly direction: 1 | -1 }[];
        }[];
      }
    >
  >;
}

/**
 * Each collection with its indexes. All of them are closed to clients: only functions read and write.
 * miniprogram-ci has no command for this, so a person or CloudBase's management API applies it.
 */
export function indexPlan(outDir: string): string[] {
  const { collections } = JSON.parse(readFileSync(path.join(outDir, 'indexes.json'), 'utf8')) as IndexFile;
  return Object.entries(collections).map(([name, { indexes = [] }]) => {
    const described = indexes.map(
      (index) =>
        `${index.unique ? 'unique ' : ''}${index.name} (${index.keys
          .map((key) => `${key.name}${key.direction === -1 ? ' descending' : ''}`)
          .join(', ')})`,
    );
    return [`${name}  no access for clients`, ...described].join('; ');
  });
}
