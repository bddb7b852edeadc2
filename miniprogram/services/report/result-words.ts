import type { ResultView } from '@core/contract/report';
import type { Bounds, Comparator, ResultLevel } from '@core/domain/report/report';

export type Tone = 'success' | 'warning' | 'danger' | 'neutral';

/** A level in a word, in a shape and in a colour: the word alone says it. */
export interface LevelWords {
  readonly word: string;
  /** ↑ ↓ ! ✓; empty where there is nothing to judge. */
  readonly sign: string;
  readonly tone: Tone;
}

const LEVELS: Readonly<Record<ResultLevel, LevelWords>> = {
  'critical-low': { word: '低很多', sign: '↓↓', tone: 'danger' },
  low: { word: '偏低', sign: '↓', tone: 'warning' },
  normal: { word: '正常', sign: '✓', tone: 'success' },
  high: { word: '偏高', sign: '↑', tone: 'warning' },
  'critical-high': { word: '高很多', sign: '↑↑', tone: 'danger' },
  abnormal: { word: '不正常', sign: '!', tone: 'warning' },
  critical: { word: '要紧', sign: '!!', tone: 'danger' },
  unjudged: { word: '请医生看', sign: '', tone: 'neutral' },
};

export const levelWords = (level: ResultLevel): LevelWords => LEVELS[level];

const COMPARATORS: Readonly<Record<Comparator, string>> = {
  '<': '小于 ',
  '<=': '不高于 ',
  '>=': '不低于 ',
  '>': '大于 ',
};

/** As the laboratory measured it: no digit is added, none is lost that matters. */
export function numberText(value: number): string {
  const rounded = Number(value.toFixed(4));
  return rounded === 0 && value !== 0 ? String(Number(value.toPrecision(2))) : String(rounded);
}

export function valueText({
  value,
  comparator,
  text,
}: Pick<ResultView, 'value' | 'comparator' | 'text'>): string {
  if (value === null) return text ?? '';
  return `${comparator === null ? '' : COMPARATORS[comparator]}${numberText(value)}`;
}

/** 115–150; 不高于 10; 不低于 110; empty where there is no range. */
export function rangeText(bounds: Bounds | null): string {
  if (bounds === null) return '';
  const { low, high } = bounds;
  if (low !== null && high !== null) return `${numberText(low)}–${numberText(high)}`;
  if (high !== null) return `不高于 ${numberText(high)}`;
  return low === null ? '' : `不低于 ${numberText(low)}`;
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** ×10⁹/L for 10^9/L: as it is printed, not as it is typed. */
export const unitText = (unit: string): string =>
  unit.replace(/10\^(\d+)/, (_whole, digits: string) => {
    const raised = Array.from(digits, (digit) => RAISED.charAt(Number(digit))).join('');
    return `×10${raised}`;
  });
