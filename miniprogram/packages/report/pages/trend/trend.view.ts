import type { TrendView } from '@core/contract/report';
import type { TrendDirection } from '@core/domain/report/trend';
import { dayOf } from '@core/domain/calendar-day';
import { monthDay } from '../../../../services/dates';
import {
  levelWords,
  numberText,
  rangeText,
  unitText,
  valueText,
  type Tone,
} from '../../../../services/report/result-words';

/** One measurement in the table. */
export interface TrendRow {
  readonly key: string;
  readonly reportId: string;
  readonly when: string;
  readonly value: string;
  readonly word: string;
  readonly tone: Tone;
}

export interface TrendPageView {
  readonly title: string;
  readonly unit: string;
  readonly about: string;
  /** The picture in one sentence: also what a screen reader says of it. */
  readonly summary: string;
  readonly range: string;
  /** What the picture leaves out; empty where it leaves nothing out. */
  readonly left: string;
  /** Newest first. */
  readonly rows: readonly TrendRow[];
  readonly lowest: string;
  readonly highest: string;
  readonly first: string;
  readonly last: string;
}

const DIRECTIONS: Readonly<Record<TrendDirection, string>> = {
  rising: '比上一次高了',
  falling: '比上一次低了',
  steady: '和上一次差不多',
};

const dated = (at: number): string => {
  const day = dayOf(at);
  return `${day.slice(0, 4)}年${monthDay(day)}`;
};

type Point = TrendView['points'][number];

const pointText = ({ value, comparator }: Point): string => valueText({ value, comparator, text: null });

function summaryOf({ points, name, unit, direction }: TrendView): string {
  const last = points.at(-1);
  if (last === undefined) return '';
  const { word } = levelWords(last.level);
  const latest = `${name}测过 ${String(points.length)} 次，最近一次 ${pointText(last)} ${unitText(unit)}，${word}`;
  return direction === null ? `${latest}。` : `${latest}，${DIRECTIONS[direction]}。`;
}

/** Everything the page of a trend shows beside its picture. */
export function trendPageView(trend: TrendView): TrendPageView {
  const { points, line, otherUnits } = trend;
  const unit = unitText(trend.unit);
  const range = rangeText(points.at(-1)?.bounds ?? null);
  return {
    title: trend.name,
    unit,
    about: trend.about,
    summary: summaryOf(trend),
    range: range === '' ? '' : `绿色是最近一次的参考范围：${range} ${unit}`,
    left: otherUnits === 0 ? '' : `另有 ${String(otherUnits)} 次单位不一样，不能放在一起比，请看当时的报告。`,
    rows: [...points].reverse().map((point, index) => {
      const { reportId, at } = point;
      const { word, sign, tone } = levelWords(point.level);
      return {
        key: `${reportId}-${String(index)}`,
        reportId,
        when: dated(at),
        value: `${pointText(point)} ${unit}`,
        word: sign === '' ? word : `${word} ${sign}`,
        tone,
      };
    }),
    lowest: numberText(line.lowest),
    highest: numberText(line.highest),
    first: dated(points[0]?.at ?? 0),
    last: dated(points.at(-1)?.at ?? 0),
  };
}
