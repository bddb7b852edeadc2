import { element, type Child } from './element';

/** One column: what a row shows in it. */
export interface Column<Row> {
  title: string;
  cell: (row: Row) => Child;
  /** Classes of its cells: `number`, `wide`, `mono`. */
  look?: string;
}

export interface TableOptions<Row> {
  label: string;
  columns: readonly Column<Row>[];
  key: (row: Row) => string;
  /** What is said where there is no row. */
  empty: string;
  /** Marks a row: `failed`, `chosen`. */
  mark?: (row: Row) => string | undefined;
}

interface Shown {
  line: HTMLTableRowElement;
  signature: string;
}

/** A table that is shown again and again: rows that did not change stay, with their focus and selection. */
export class Table<Row> {
  readonly element: HTMLElement;
  readonly #options: TableOptions<Row>;
  readonly #body = element('tbody');
  readonly #table: HTMLElement;
  readonly #nothing: HTMLElement;
  #shown = new Map<string, Shown>();

  constructor(options: TableOptions<Row>) {
    this.#options = options;
    const heads = options.columns.map(({ title, look = '' }) =>
      element('th', { scope: 'col', class: look.includes('number') ? 'number' : '' }, title),
    );
    const head = element('thead', {}, element('tr', {}, ...heads));
    this.#nothing = element('p.nothing', {}, options.empty);
    this.#table = element('table', { 'aria-label': options.label, hidden: '' }, head, this.#body);
    this.element = element('div.table', {}, this.#table, this.#nothing);
  }

  show(rows: readonly Row[]): void {
    const next = new Map<string, Shown>();
    for (const row of rows) next.set(this.#options.key(row), this.#lineOf(row));
    const lines = [...next.values()].map(({ line }) => line);
    const same =
      lines.length === this.#body.children.length &&
      lines.every((line, at) => line === this.#body.children[at]);
    if (!same) this.#body.replaceChildren(...lines);
    this.#shown = next;
    this.#table.hidden = rows.length === 0;
    this.#nothing.hidden = rows.length > 0;
  }

  #lineOf(row: Row): Shown {
    const { key, columns, mark } = this.#options;
    const marked = mark?.(row) ?? '';
    const signature = `${marked} ${JSON.stringify(row)}`;
    const before = this.#shown.get(key(row));
    if (before?.signature === signature) return before;
    const cells = columns.map(({ cell, look }) => element('td', { class: look ?? '' }, cell(row)));
    return { line: element('tr', { class: marked }, ...cells), signature };
  }
}
