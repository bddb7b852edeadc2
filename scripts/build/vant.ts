import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileTree } from './file-tree';
import { NPM_FOLDER, VANT } from './script-paths';
import { localVantFile } from './vant-assets';
import { componentFiles, reachableVantFiles } from './vant-files';

export interface VantUse {
  /** Like `button/index`: from usingComponents. */
  readonly components: Iterable<string>;
  /** Like `toast/toast.js`: imported by a script. */
  readonly scripts: Iterable<string>;
}

/** The part of Vant that is used, in its place below dist/miniprogram. */
export function vantTree(root: string, use: VantUse): { files: FileTree; problems: string[] } {
  const lib = path.join(root, 'node_modules', VANT, 'lib');
  const roots = [
    ...[...use.components].flatMap((component) => componentFiles(lib, component)),
    ...use.scripts,
  ];
  const { files, missing } = reachableVantFiles(lib, roots);
  const tree: FileTree = new Map(
    files.map((file) => [
      `${NPM_FOLDER}/${VANT}/${file}`,
      localVantFile(root, file, readFileSync(path.join(lib, file))),
    ]),
  );
  return { files: tree, problems: missing.map((file) => `${VANT}/${file} does not exist`) };
}
