import type { Fault } from '../fault';
import { FILES } from '../files';
import type { ParsedFolder, TableName } from '../parsed-folder';
import type { Row } from '../read-table';

/** Looks at a folder whose files are each well-formed, and finds what does not fit together. */
export type Check = (folder: ParsedFolder) => readonly Fault[];

export const rowFault = (table: TableName, row: Row<unknown>, field: string, reason: string): Fault => ({
  file: FILES[table],
  row: row.line,
  field,
  reason,
});

export type DocumentName = 'rulePack' | 'notices' | 'previewPeople';

export const pathFault = (folder: ParsedFolder, name: DocumentName, path: string, reason: string): Fault => ({
  file: FILES[name],
  row: folder[name].lineOf(path),
  field: path,
  reason,
});
