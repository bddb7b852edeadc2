import type { LaboratoryItemView, LaboratoryTable } from '@core/contract/report';

/** One item with what is known of its sources. */
export interface ItemRow {
  readonly code: string;
  readonly title: string;
  /** Which parts nobody has checked; empty where all were. */
  readonly open: string;
}

/** So many rows lie beside each other. */
const GROUP = 30;

export interface TableView {
  readonly summary: string;
  readonly groups: readonly { readonly key: string; readonly rows: readonly ItemRow[] }[];
}

function openOf({ rows, unreviewedRows, wordsReviewed }: LaboratoryItemView): string {
  const parts = [
    unreviewedRows > 0 ? `${String(rows)} 行范围里 ${String(unreviewedRows)} 行没核对` : '',
    wordsReviewed ? '' : '说明的话没核对',
  ];
  return parts.filter((part) => part !== '').join('，');
}

/** What nobody has checked stands first: it waits for somebody who can. */
export function tableView({ items }: LaboratoryTable): TableView {
  const rows = items.map((item) => ({
    code: item.code,
    title: `${item.name} ${item.short}`,
    open: openOf(item),
  }));
  const open = rows.filter((row) => row.open !== '');
  const closed = rows.filter((row) => row.open === '');
  return {
    summary: `一共 ${String(rows.length)} 项，${String(open.length)} 项还有没核对的地方。`,
    groups: grouped([...open, ...closed]),
  };
}

const grouped = (rows: readonly ItemRow[]): TableView['groups'] =>
  Array.from({ length: Math.ceil(rows.length / GROUP) }, (_none, index) => ({
    key: String(index),
    rows: rows.slice(index * GROUP, (index + 1) * GROUP),
  }));
