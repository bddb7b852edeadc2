import { describe, expect, test } from '@jest/globals';
import { billLines, categorySums, totalOfLines, type OrderedLine } from '@core/domain/billing/bill';
import { fen } from '@core/domain/money';

const line = (lineId: string, more: Partial<OrderedLine> = {}): OrderedLine => ({
  lineId,
  name: '血常规',
  category: 'laboratory',
  desk: 'laboratory',
  feeFen: fen(2000),
  quantity: 1,
  state: 'ordered',
  paid: false,
  cancelledAt: null,
  notDoneAt: null,
  executedAt: null,
  ...more,
});

const drug = line('2', {
  name: '布洛芬',
  category: 'drug',
  desk: 'pharmacy',
  feeFen: fen(1250),
  quantity: 3,
});

describe('a bill', () => {
  test('multiplies by the quantity and adds up', () => {
    const lines = billLines([line('1'), drug]);
    expect(lines.map(({ amountFen }) => amountFen)).toEqual([2000, 3750]);
    expect(totalOfLines(lines)).toBe(5750);
  });

  test('leaves out what was taken back or not done before it was paid', () => {
    const lines = billLines([
      line('1', { state: 'cancelled', cancelledAt: 1 }),
      line('3', { state: 'not-done', notDoneAt: 1 }),
      drug,
    ]);
    expect(lines.map(({ lineId }) => lineId)).toEqual(['2']);
  });

  test('tells whoever only holds the code the kinds and never the names', () => {
    const sums = categorySums(billLines([line('1'), drug, line('4', { feeFen: fen(500) })]));
    expect(sums).toEqual([
      { category: 'laboratory', amountFen: 2500 },
      { category: 'drug', amountFen: 3750 },
    ]);
    expect(JSON.stringify(sums)).not.toMatch(/血常规|布洛芬/);
  });

  test('of nothing costs nothing', () => {
    expect(totalOfLines(billLines([]))).toBe(0);
  });
});
