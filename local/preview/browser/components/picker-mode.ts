import type { BuiltInNode } from '../runtime/interfaces';
import {
  dateColumns,
  dayOf,
  labelOf,
  minutesOf,
  numberOfRow,
  timeColumns,
  type Columns,
  type Day,
} from './picker-columns';
import { listOf, numberOf, textOf } from './properties';

/** What one mode of `picker` shows and answers while its sheet is open. */
export interface PickerMode {
  columns(): Columns;
  /** A row was turned to the middle; true when the columns must be drawn anew. */
  turn(column: number, row: number): boolean;
  value(): unknown;
}

const two = (value: number): string => String(value).padStart(2, '0');

function selector(node: BuiltInNode): PickerMode {
  const labels = listOf(node, 'range').map((item) => labelOf(item, textOf(node, 'rangeKey')));
  let row = numberOf(node, 'value');
  return {
    columns: () => ({ labels: [labels], selected: [row] }),
    turn: (_, to) => {
      row = to;
      return false;
    },
    value: () => row,
  };
}

function multiSelector(node: BuiltInNode): PickerMode {
  const initial = listOf(node, 'value');
  let rows = listOf(node, 'range').map((_, at) => Number(initial[at] ?? 0) || 0);
  const labels = (): string[][] =>
    listOf(node, 'range').map((column) =>
      (Array.isArray(column) ? (column as unknown[]) : []).map((item) =>
        labelOf(item, textOf(node, 'rangeKey')),
      ),
    );
  return {
    columns: () => ({ labels: labels(), selected: rows }),
    turn(column, row) {
      rows = rows.map((value, at) => (at === column ? row : value));
      node.fire('columnchange', { column, value: row });
      // The page answers by setData; it may have shortened the later columns.
      const now = listOf(node, 'value');
      rows = rows.map((value, at) => (at > column && now[at] !== initial[at] ? Number(now[at]) : value));
      return true;
    },
    value: () => [...rows],
  };
}

function time(node: BuiltInNode): PickerMode {
  const start = minutesOf(textOf(node, 'start'), 0);
  const end = minutesOf(textOf(node, 'end'), 23 * 60 + 59);
  const today = new Date();
  let at = minutesOf(textOf(node, 'value'), today.getHours() * 60 + today.getMinutes());
  const columns = (): Columns => timeColumns(at, start, end);
  return {
    columns,
    turn(column, row) {
      const shown = columns();
      const [hour, minute] = shown.selected.map((old, index) =>
        numberOfRow(shown, index, index === column ? row : old),
      );
      at = (hour ?? 0) * 60 + (minute ?? 0);
      return column === 0;
    },
    value: () => {
      const now = columns();
      return now.selected.map((row, column) => two(numberOfRow(now, column, row))).join(':');
    },
  };
}

function date(node: BuiltInNode): PickerMode {
  const now = new Date();
  const today: Day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  const start = dayOf(textOf(node, 'start'), [1900, 1, 1]);
  const end = dayOf(textOf(node, 'end'), [2099, 12, 31]);
  const fields = { year: 1, month: 2, day: 3 }[textOf(node, 'fields')] ?? 3;
  let at = dayOf(textOf(node, 'value'), today);
  const columns = (): Columns => {
    const all = dateColumns(at, start, end);
    return { labels: all.labels.slice(0, fields), selected: all.selected.slice(0, fields) };
  };
  const parts = (shown: Columns): number[] =>
    shown.selected.map((row, column) => numberOfRow(shown, column, row));
  return {
    columns,
    turn(column, row) {
      const shown = columns();
      const chosen = parts({
        ...shown,
        selected: shown.selected.map((old, i) => (i === column ? row : old)),
      });
      at = [chosen[0] ?? at[0], chosen[1] ?? 1, chosen[2] ?? 1];
      return column < fields - 1;
    },
    value: () =>
      parts(columns())
        .map((part, index) => (index === 0 ? String(part) : two(part)))
        .join('-'),
  };
}

const modes: Record<string, (node: BuiltInNode) => PickerMode> = { selector, multiSelector, time, date };

/** Starts the mode the picker asks for; undefined for `region`, which needs WeChat's own data. */
export const startMode = (node: BuiltInNode): PickerMode | undefined => modes[textOf(node, 'mode')]?.(node);
