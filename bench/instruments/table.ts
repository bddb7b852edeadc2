import type { Spread } from './latency';

/** Three significant digits; a dash for what is not a number. */
export const number = (value: number): string =>
  Number.isNaN(value) ? '–' : value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** `410 (395–420)` */
export const shown = ({ median, least, most }: Spread): string =>
  `${number(median)} (${number(least)}–${number(most)})`;

/** Columns as wide as their widest cell, two blanks between. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
