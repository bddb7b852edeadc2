import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildFunctions, type BuildOptions } from './build-all';
import { BuildFailure } from './build-failure';
import { filesBelow } from './file-tree';

export interface Rebuilt {
  /** Functions whose files are different now. */
  readonly names: readonly string[];
  readonly problems: readonly string[];
}

/** Bundles the functions anew when a server source changed. */
export async function rebuildFunctions(options: BuildOptions, changed: readonly string[]): Promise<Rebuilt> {
  if (!changed.some((file) => /^(cloudfunctions|core)\//.test(file))) return { names: [], problems: [] };
  const folder = path.join(options.outDir, 'cloudfunctions');
  const before = contentsOf(folder);
  const problems = await buildFunctions(options).then(
    () => [],
    (thrown: unknown) => {
      if (thrown instanceof BuildFailure) return thrown.problems;
      throw thrown;
    },
  );
  return { names: changedFunctions(before, contentsOf(folder)), problems };
}

function changedFunctions(before: Map<string, string>, after: Map<string, string>): string[] {
  const files = new Set([...before.keys(), ...after.keys()]);
  const changed = [...files].filter((file) => before.get(file) !== after.get(file));
  return [...new Set(changed.map((file) => file.split('/')[0] ?? file))].sort();
}

const contentsOf = (folder: string): Map<string, string> =>
  new Map(filesBelow(folder).map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
