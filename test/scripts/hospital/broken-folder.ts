import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadHospital, type LoadedHospital } from '../../../scripts/hospital/load';

export const TINY = join(process.cwd(), 'test/local/hospital/tiny');

/** One change to one file of the tiny hospital; `from` must stand there, its first occurrence is replaced. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Runs with a copy of the tiny hospital, and removes it. */
export function withCopy<T>(use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'hospital-'));
  try {
    cpSync(TINY, directory, { recursive: true });
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

export function applyEdit(directory: string, { file, from, to }: Edit): void {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

export const loadEdited = (...edits: readonly Edit[]): LoadedHospital =>
  withCopy((directory) => {
    for (const edit of edits) applyEdit(directory, edit);
    return loadHospital(directory);
  });

export { formatFault } from '../../../scripts/hospital/fault';
