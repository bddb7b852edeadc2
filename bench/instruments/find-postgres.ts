import { accessSync, constants, readdirSync } from 'node:fs';
import path from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

export const NO_POSTGRES =
  'PostgreSQL is missing: install it (Debian: apt-get install postgresql), then try again.';

const hasServer = (folder: string): boolean =>
  ['postgres', 'initdb'].every((program) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

function debianFolders(root: string): string[] {
  try {
    const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
    return versions.map((version) => path.join(root, version, 'bin'));
  } catch {
    return [];
  }
}

/** The folder of `postgres` and `initdb`: Debian's newest, else from PATH; null where there is none. */
export function findPostgres(debian = DEBIAN, searched = process.env['PATH'] ?? ''): string | null {
  const onPath = searched.split(path.delimiter).filter((folder) => folder !== '');
  return [...debianFolders(debian), ...onPath].find(hasServer) ?? null;
}
