import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folders that have a lock file of their own. */
export const LOCKED_FOLDERS = ['', 'deploy'] as const;

export interface LockedPackage {
  /** Like `node_modules/a/node_modules/b`. */
  readonly place: string;
  readonly name: string;
  readonly version: string;
  readonly dev: boolean;
  readonly license: string | null;
}

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
}

/** All packages of a lock file, without the project itself. */
export function lockedPackages(root: string, folder: string): LockedPackage[] {
  const file = path.join(root, folder, 'package-lock.json');
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> };
  return Object.entries(packages)
    .filter(([place]) => place !== '')
    .map(([place, entry]) => ({
      place,
      name: place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      dev: entry.dev ?? false,
      license: entry.license ?? statedInManifest(path.join(root, folder, place, 'package.json')),
    }));
}

/** Old packages state an object, or a list of them. */
function statedInManifest(file: string): string | null {
  if (!existsSync(file)) return null;
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
    license?: string | { type?: string };
    licenses?: readonly { type?: string }[];
  };
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type ?? '').join(' OR ') ?? null;
}
