import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './file-tree';

/** The hospital's own data: what a phone without a network must know is printed into the mini program. */
export const HOSPITAL_FOLDER = 'local/hospital';

/** Folders and files whose change makes dist stale. */
const SOURCES = ['miniprogram', 'core', 'cloudfunctions', 'scripts/build', HOSPITAL_FOLDER];
const SINGLE = ['package-lock.json', 'tsconfig.base.json'];
const STAMP = '.source-stamp';

/** Sources by path below the root, with size and time of change. */
export function sourceTimes(root: string): Map<string, string> {
  const files = [
    ...SOURCES.flatMap((folder) => filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`)),
    ...SINGLE,
  ];
  return new Map(
    files.flatMap((file) => {
      const stat = statSync(path.join(root, file), { throwIfNoEntry: false });
      return stat ? [[file, `${stat.size}@${stat.mtimeMs}`]] : [];
    }),
  );
}

const stampOf = (times: Map<string, string>): string =>
  createHash('sha256')
    .update(JSON.stringify([...times]))
    .digest('hex');

/** Remembers beside dist which sources it was built from; take `times` before the build reads them. */
export function writeStamp(outDir: string, times: Map<string, string>): void {
  writeFileSync(path.join(outDir, STAMP), stampOf(times));
}

/** Whether dist was built from the sources as they are now. */
export function isFresh(root: string, outDir: string): boolean {
  try {
    return readFileSync(path.join(outDir, STAMP), 'utf8') === stampOf(sourceTimes(root));
  } catch {
    return false;
  }
}
