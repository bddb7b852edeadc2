import { readFileSync } from 'node:fs';
import path from 'node:path';

interface AppJson {
  pages?: string[];
  subPackages?: { root: string; pages: string[] }[];
}

/** Pages of the built mini program, read anew each time: a rebuild may have changed them. */
export function programPages(outDir: string): () => readonly string[] {
  const file = path.join(outDir, 'miniprogram', 'app.json');
  return () => {
    const { pages = [], subPackages = [] } = JSON.parse(readFileSync(file, 'utf8')) as AppJson;
    return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))];
  };
}
