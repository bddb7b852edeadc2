import type { GenericSchema, InferOutput } from 'valibot';
import { readTable, type Row } from '../read-table';
import { optionalFile } from './optional-file';
import type { PartSource } from './part';

type RowSchema = GenericSchema<Record<string, string>, unknown> & { readonly entries: object };

/** The rows of a table that a hospital may do without: null where there is no such file. */
export function partTable<S extends RowSchema>(
  source: PartSource,
  file: string,
  schema: S,
): Row<InferOutput<S>>[] | null {
  const text = optionalFile(source, file);
  return text && readTable(text, schema, source.faults);
}

interface Wanted<T> {
  readonly file: string;
  readonly field: keyof T & string;
  readonly reason: string;
}

/** A fault for each row of which `isRight` does not hold. */
export const faultyRows = <T>(
  source: PartSource,
  rows: readonly Row<T>[],
  { file, field, reason }: Wanted<T>,
  isRight: (value: T) => boolean,
): void => {
  for (const { line, value } of rows)
    if (!isRight(value)) source.faults.push({ file, row: line, field, reason });
};

/** A fault for each row that says again what an earlier one said. */
export function repeatedRows<T>(
  source: PartSource,
  rows: readonly Row<T>[],
  wanted: Omit<Wanted<T>, 'reason'>,
): void {
  const seen = new Set<unknown>();
  faultyRows(source, rows, { ...wanted, reason: 'stands in the table before' }, (value) => {
    const isNew = !seen.has(value[wanted.field]);
    seen.add(value[wanted.field]);
    return isNew;
  });
}
