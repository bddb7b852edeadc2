import type { AgeBound } from '@core/domain/report/age';
import type { Citation, Group, GroupBounds, LaboratoryItem } from '@core/domain/report/catalogue';
import { rangeText, unitText } from '../../../../services/report/result-words';

/** One row of the table, or one sentence. */
export interface CheckRow {
  readonly key: string;
  /** Whom it is for, or which side it speaks of. */
  readonly whom: string;
  readonly says: string;
  readonly source: string;
  readonly open: boolean;
}

export interface ItemDetail {
  readonly code: string;
  readonly rows: readonly CheckRow[];
}

const UNITS = { d: '天', m: '个月', y: '岁' } as const;
const ageText = ({ count, unit }: AgeBound): string => `${String(count)} ${UNITS[unit]}`;

function agesText({ from, to }: Group): string {
  const since = from === null || from.count === 0 ? '' : `满 ${ageText(from)}`;
  if (to === null) return since;
  return since === '' ? `不满 ${ageText(to)}` : `${since}，不满 ${ageText(to)}`;
}

/** 女，孕妇，满 15 岁 */
export function groupText(group: Group): string {
  const sex = group.sex === null ? '' : group.sex === 'female' ? '女' : '男';
  const parts = [sex, group.pregnant ? '孕妇' : '', agesText(group)].filter((part) => part !== '');
  return parts.length === 0 ? '所有人' : parts.join('，');
}

function limitText({ low, high }: GroupBounds): string {
  const sides = [low === null ? '' : `低到 ${String(low)}`, high === null ? '' : `高到 ${String(high)}`];
  return sides.filter((side) => side !== '').join('，');
}

const sourced = (source: Citation | null): Pick<CheckRow, 'source' | 'open'> => ({
  source: source === null ? '! 没有人核对过' : `✓ ${source.title} ${source.address}`,
  open: source === null,
});

function rangeRow(row: GroupBounds, unit: string): Omit<CheckRow, 'key'> {
  const text = rangeText(row);
  const says = text === '' ? '不比，请医生看' : `参考 ${text} ${unit}`;
  return { whom: groupText(row), says, ...sourced(row.source) };
}

/** Everything of an item that patients are compared with or read, each with who says so. */
export function itemDetail(item: LaboratoryItem): ItemDetail {
  const unit = unitText(item.unit);
  const sentences = [
    { whom: '这一项是什么', says: item.about },
    { whom: item.usualWords.length > 0 ? '不正常时' : '偏高时', says: item.whenHigh },
    { whom: '偏低时', says: item.whenLow },
  ].filter(({ says }) => says !== '');
  const rows = [
    ...item.ranges.map((row) => rangeRow(row, unit)),
    ...item.critical.map((row) => ({
      whom: groupText(row),
      says: `危急值 ${limitText(row)} ${unit}`,
      ...sourced(row.source),
    })),
    ...sentences.map((sentence) => ({ ...sentence, ...sourced(item.source) })),
  ];
  return { code: item.code, rows: rows.map((row, index) => ({ ...row, key: String(index) })) };
}
