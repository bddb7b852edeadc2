import os from 'node:os';
import { kilobytes, type PackageSize } from '../../scripts/build/package-sizes';
import { percentiles, type Spread } from '../instruments/latency';
import { number, shown, table } from '../instruments/table';
import { CPU_THROTTLING, GOALS, mark } from './goals';
import type { PageFindings, Structure } from './pages-part';

export interface Findings {
  readonly sizes: readonly PackageSize[];
  readonly cold: Spread;
  readonly opened: readonly PageFindings[];
  /** Bytes of setData, one for each tap. */
  readonly taps: readonly number[];
  readonly structures: readonly Structure[];
}

const limit = (goal: number): string => `≤ ${kilobytes(goal)}`;

function sizePart(sizes: readonly PackageSize[]): string[] {
  const main = sizes.find(({ root }) => root === '')?.bytes ?? 0;
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const rows = sizes.map(({ root, bytes }) => [
    root === '' ? 'main package' : root,
    kilobytes(bytes),
    '',
    '',
  ]);
  return [
    table([
      ['package', 'bytes', 'goal', ''],
      ...rows,
      ['main package', kilobytes(main), limit(GOALS.mainBytes), mark(main, GOALS.mainBytes)],
      ['all', kilobytes(all), limit(GOALS.allBytes), mark(all, GOALS.allBytes)],
    ]),
  ];
}

function openedPart(opened: readonly PageFindings[]): string[] {
  const slowest = [...opened].sort((one, other) => other.shown.median - one.shown.median);
  const rows = slowest.map(({ page, paint, shown: list }) => [
    page
      .replace(/^packages\//, '')
      .replace('/pages/', ' ')
      .replace(/\/index$/, ''),
    shown(paint),
    mark(paint.median, GOALS.paint),
    shown(list),
    mark(list.median, GOALS.shown),
  ]);
  const head = [
    'page',
    `first paint, ms (≤ ${String(GOALS.paint)})`,
    '',
    `shown, ms (≤ ${String(GOALS.shown)})`,
    '',
  ];
  return [table([head, ...rows])];
}

function contentsPart(taps: readonly number[], structures: readonly Structure[]): string[] {
  const { p50, p99 } = percentiles(taps);
  const most = (key: 'nodes' | 'depth' | 'children'): string[] => {
    const [worst] = [...structures].sort((one, other) => other[key] - one[key]);
    const value = worst?.[key] ?? 0;
    return [
      `${key}, at most`,
      String(value),
      `≤ ${String(GOALS[key])}`,
      mark(value, GOALS[key]),
      worst?.scene ?? '',
    ];
  };
  return [
    table([
      ['on the pages', 'found', 'goal', '', 'where'],
      [
        `setData of a tap, p99 of ${String(taps.length)}`,
        kilobytes(p99),
        limit(GOALS.tapBytes),
        mark(p99, GOALS.tapBytes),
        '',
      ],
      ['setData of a tap, p50', kilobytes(p50), '', '', ''],
      most('nodes'),
      most('depth'),
      most('children'),
    ]),
  ];
}

/** Everything that was measured, beside its goal. */
export function report({ sizes, cold, opened, taps, structures }: Findings, rounds: number): string {
  return [
    `Node ${process.versions.node}, ${String(os.cpus().length)} cores; Chromium slowed down ${String(CPU_THROTTLING)} times; ` +
      `${String(rounds)} rounds, median (least–most)`,
    '',
    ...sizePart(sizes),
    '',
    `From wx.navigateTo in a running app, its package loaded once before; cold start to a home page that can be used: ${number(cold.median)} ms (${number(cold.least)}–${number(cold.most)})`,
    ...openedPart(opened),
    '',
    ...contentsPart(taps, structures),
  ].join('\n');
}
