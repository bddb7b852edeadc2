import path from 'node:path';
import { textOf, type FileTree } from './file-tree';

interface AppJson {
  readonly pages?: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly tabBar?: { readonly custom?: boolean };
}

const readApp = (files: FileTree): AppJson => {
  const app = files.get('app.json');
  return app ? (JSON.parse(textOf(app)) as AppJson) : {};
};

/** Routes of all pages, like `packages/booking/pages/slots/index`. */
export function pagesOf(files: FileTree): string[] {
  const { pages = [], subPackages = [] } = readApp(files);
  return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => joined(root, page)))];
}

/** Folders of the subpackages. */
export const subPackageRoots = (files: FileTree): string[] =>
  (readApp(files).subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''));

/** Pages and components that are named somewhere and are not there. */
export function missingParts(files: FileTree): string[] {
  if (!files.has('app.json')) return ['app.json is missing'];
  const entries = pagesOf(files).map((page): [string, string] => ['app.json', page]);
  if (readApp(files).tabBar?.custom) entries.push(['app.json', 'custom-tab-bar/index']);
  for (const [name, contents] of files)
    if (name.endsWith('.json')) entries.push(...componentsNamedIn(name, contents));
  return entries.flatMap(([owner, part]) => {
    const missing = ['.js', '.json', '.wxml'].filter((extension) => !files.has(part + extension));
    return missing.length > 0 ? [`${owner} names ${part}, which has no ${missing.join(', ')}`] : [];
  });
}

function componentsNamedIn(name: string, contents: Uint8Array): [string, string][] {
  const { usingComponents } = JSON.parse(textOf(contents)) as { usingComponents?: Record<string, string> };
  return Object.values(usingComponents ?? {})
    .filter((target) => !target.startsWith('plugin://'))
    .map((target) => [name, joined(target.startsWith('/') ? '' : path.posix.dirname(name), target)]);
}

const joined = (folder: string, file: string): string => path.posix.join(folder, file).replace(/^\//, '');
