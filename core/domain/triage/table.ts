/** A row of a table by the names of its columns; a cell that is not there is empty. */
export type TableRow = Readonly<Record<string, string>>;

/** Tab-separated text whose first line names the columns; empty lines and lines that begin with # are for readers only. */
export function tableRows(text: string): readonly TableRow[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const [header, ...rows] = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  return rows.map((cells) =>
    Object.fromEntries((header ?? []).map((name, index) => [name, cells[index] ?? ''])),
  );
}

/** The words of a cell. */
export const wordsOf = (cell: string | undefined): readonly string[] =>
  (cell ?? '').split(' ').filter((word) => word !== '');
