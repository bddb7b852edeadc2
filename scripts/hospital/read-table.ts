import * as v from 'valibot';
import type { Fault } from './fault';
import type { SourceText } from './files';
import { reasonOf } from './issue-reason';

/** A row of a table and the line on which it stands. */
export interface Row<T> {
  readonly line: number;
  readonly value: T;
}

/** A table of named columns; each cell is text that its schema turns into a value. */
type RowSchema = v.GenericSchema<Record<string, string>, unknown> & { readonly entries: object };

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Spreadsheets quote a cell that holds a quote. */
const unquoted = (cell: string): string =>
  /^".*"$/.test(cell) && cell.length > 1 ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell;

/** Tab-separated; empty lines and lines that begin with # are for the reader only. */
function linesOf(text: string): Line[] {
  return text
    .split(/\r?\n/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '' && !content.startsWith('#'))
    .map(({ content, line }) => ({ line, cells: content.split('\t').map((cell) => unquoted(cell.trim())) }));
}

function headerFaults(file: string, header: Line, columns: readonly string[]): Fault[] {
  const fault = (field: string, reason: string): Fault => ({ file, row: header.line, field, reason });
  return [
    ...columns
      .filter((name) => !header.cells.includes(name))
      .map((name) => fault(name, 'the column is missing')),
    ...header.cells.filter((name) => !columns.includes(name)).map((name) => fault(name, 'unknown column')),
    ...header.cells
      .filter((name, index) => header.cells.indexOf(name) !== index)
      .map((name) => fault(name, 'the column stands twice')),
  ];
}

/** The rows that are well-formed; every other one adds its faults. */
export function readTable<S extends RowSchema>(
  source: SourceText,
  schema: S,
  faults: Fault[],
): Row<v.InferOutput<S>>[] {
  const { file } = source;
  const columns = Object.keys(schema.entries);
  const [header, ...lines] = linesOf(source.text);
  if (header === undefined) {
    faults.push({ file, row: 1, field: '', reason: 'the table is empty: its first line names the columns' });
    return [];
  }
  const wrongHeader = headerFaults(file, header, columns);
  faults.push(...wrongHeader);
  if (wrongHeader.length > 0) return [];
  return lines.flatMap(({ line, cells }) => {
    if (cells.length > header.cells.length) {
      faults.push({ file, row: line, field: '', reason: 'more cells than the table has columns' });
      return [];
    }
    const record = Object.fromEntries(header.cells.map((name, index) => [name, cells[index] ?? '']));
    const parsed = v.safeParse(schema, record, { abortPipeEarly: true });
    if (parsed.success) return [{ line, value: parsed.output }];
    for (const issue of parsed.issues)
      faults.push({ file, row: line, field: v.getDotPath(issue) ?? '', reason: reasonOf(issue) });
    return [];
  });
}
