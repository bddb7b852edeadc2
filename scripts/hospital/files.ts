import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault';

/** The files of a hospital's folder. Every one must be there. */
export const FILES = {
  hospital: 'hospital.json',
  departments: 'departments.tsv',
  clinics: 'clinics.tsv',
  practitioners: 'practitioners.tsv',
  schedules: 'schedules.tsv',
  holidays: 'holidays.tsv',
  rulePack: 'rule-pack.json',
  notices: 'notices.json',
  registeredPersons: 'registered-persons.tsv',
  previewPeople: 'preview-people.json',
} as const;

export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** The text of one file, or null with a fault. A byte order mark is dropped; other encodings are refused. */
export function readSource(directory: string, file: string, faults: Fault[]): SourceText | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(directory, file));
  } catch {
    faults.push({ file, row: 1, field: '', reason: 'the file is missing or cannot be read' });
    return null;
  }
  try {
    return { file, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    faults.push({
      file,
      row: 1,
      field: '',
      reason: 'not UTF-8 text: save it as UTF-8 (in Excel: "Unicode")',
    });
    return null;
  }
}
