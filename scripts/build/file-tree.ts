import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Files by their path below one folder, always with forward slashes. */
export type FileTree = Map<string, Uint8Array>;

const SKIPPED = new Set(['node_modules', '.git']);

/** Paths of all files below a folder, sorted; an absent folder has none. */
export function filesBelow(folder: string): string[] {
  const found: string[] = [];
  const visit = (below: string): void => {
    for (const entry of entriesOf(path.join(folder, below))) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED.has(entry.name)) visit(name);
      } else found.push(name);
    }
  };
  visit('');
  return found.sort();
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw thrown;
  }
}

/**
 * Makes a folder hold exactly these files, apart from the folders directly below it that are to be left alone.
 * Unchanged files keep their time. Returns the paths that changed.
 */
export function writeTree(folder: string, files: FileTree, untouched: readonly string[] = []): string[] {
  const changed: string[] = [];
  for (const old of filesBelow(folder)) {
    if (files.has(old) || untouched.some((name) => old.startsWith(`${name}/`))) continue;
    rmSync(path.join(folder, old));
    removeEmptyFolders(folder, path.posix.dirname(old));
    changed.push(old);
  }
  for (const [name, contents] of files) {
    const target = path.join(folder, name);
    if (sameContents(target, contents)) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, contents);
    changed.push(name);
  }
  return changed;
}

function sameContents(file: string, contents: Uint8Array): boolean {
  try {
    return readFileSync(file).equals(contents);
  } catch {
    return false;
  }
}

function removeEmptyFolders(folder: string, below: string): void {
  for (let at = below; at !== '.'; at = path.posix.dirname(at)) {
    if (readdirSync(path.join(folder, at)).length > 0) return;
    rmdirSync(path.join(folder, at));
  }
}

export const textOf = (contents: Uint8Array): string => Buffer.from(contents).toString('utf8');
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');
