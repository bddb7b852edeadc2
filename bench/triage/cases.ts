import { readFileSync } from 'node:fs';

/** A sentence and where it belongs. */
export interface TriageCase {
  readonly text: string;
  readonly department: string;
  /** Null where the file does not say. */
  readonly isRedFlag: boolean | null;
}

const lines = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));

/** Rows of text, department and an optional mark; a heading is passed over. */
export function readCases(file: string): readonly TriageCase[] {
  const rows = lines(file).filter(([text, department]) => text !== 'text' && department !== undefined);
  return rows.map(([text = '', department = '', mark]) => ({
    text,
    department,
    isRedFlag: mark === undefined || mark === '' ? null : mark === '1',
  }));
}

/** Foreign name → ours. */
export const readMap = (file: string | null): ReadonlyMap<string, string> =>
  new Map(file === null ? [] : lines(file).map(([foreign = '', ours = '']) => [foreign, ours]));
