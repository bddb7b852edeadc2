import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileTree } from './file-tree';

/** The named files of a folder. */
export const readTree = (folder: string, names: readonly string[]): FileTree =>
  new Map(names.map((name) => [name, readFileSync(path.join(folder, name))]));
