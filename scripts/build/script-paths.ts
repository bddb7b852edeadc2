import { existsSync } from 'node:fs';
import path from 'node:path';

export const VANT = '@vant/weapp';
export const NPM_FOLDER = 'miniprogram_npm';

/** Where an import of a client script leads. */
export type Target =
  | { readonly kind: 'source'; readonly file: string }
  | { readonly kind: 'npm'; readonly specifier: string }
  | { readonly kind: 'forbidden'; readonly reason: string };

/** What `specifier`, written in `importer` (absolute), means. Files are paths below the root. */
export function resolveImport(root: string, importer: string, specifier: string): Target {
  const absolute = specifier.startsWith('@core/')
    ? path.join(root, 'core', specifier.slice('@core/'.length))
    : specifier.startsWith('.')
      ? path.resolve(path.dirname(importer), specifier)
      : null;
  if (absolute === null) return npmTarget(specifier);
  const found = [`${absolute}.ts`, path.join(absolute, 'index.ts')].find((file) => existsSync(file));
  if (found === undefined) return { kind: 'forbidden', reason: `"${specifier}" is not found` };
  const file = toPosix(path.relative(root, found));
  if (file.startsWith('miniprogram/') || file.startsWith('core/domain/')) return { kind: 'source', file };
  return { kind: 'forbidden', reason: `"${specifier}" must not reach a phone: use "import type"` };
}

function npmTarget(specifier: string): Target {
  return specifier === 'valibot' || specifier.startsWith('valibot/') || specifier.startsWith('node:')
    ? { kind: 'forbidden', reason: `"${specifier}" must not reach a phone` }
    : { kind: 'npm', specifier };
}

/** The file of a table that `importer` (absolute) names. */
export const tablePath = (root: string, importer: string, specifier: string): string =>
  specifier.startsWith('@core/')
    ? path.join(root, 'core', specifier.slice('@core/'.length))
    : path.resolve(path.dirname(importer), specifier);

/** The place in dist/miniprogram of a source file. */
export function outputOf(file: string): string {
  const below = file.startsWith('miniprogram/') ? file.slice('miniprogram/'.length) : file;
  return below.replace(/\.ts$/, '.js');
}

/** The place in dist/miniprogram of an npm import: a package is its index, a deeper import a file of its own. */
export function npmOutputOf(specifier: string): string {
  const depth = specifier.startsWith('@') ? 2 : 1;
  const deeper = specifier.split('/').length > depth;
  return `${NPM_FOLDER}/${deeper ? specifier.replace(/\.js$/, '') : `${specifier}/index`}.js`;
}

/** `to` as `from` must write it; both below dist/miniprogram. */
export function relativeRequire(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to);
  return relative.startsWith('.') ? relative : `./${relative}`;
}

export const toPosix = (file: string): string => file.split(path.sep).join('/');
