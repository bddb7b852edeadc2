import { beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, calendarDay } from '@core/domain/calendar-day';
import {
  boundsFor,
  isReviewed,
  type Examined,
  type LaboratoryCatalogue,
} from '@core/domain/report/catalogue';
import { interpret } from '@core/domain/report/interpret';
import { loadHospital } from '../../../scripts/hospital/load';

let table: LaboratoryCatalogue;
let orderable: readonly { readonly itemId: string; readonly category: string }[];

beforeAll(() => {
  const loaded = loadHospital('local/hospital');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const { parts } = loaded.hospital;
  table = parts['laboratory']?.content as LaboratoryCatalogue;
  orderable = parts['price-list']?.content as typeof orderable;
});

const day = calendarDay('2026-03-10');
const person = (birth: string, sex: 'female' | 'male', pregnant = false): Examined => ({
  birthDate: calendarDay(birth),
  sex,
  pregnant,
  day,
});
/** From a newborn to a great-grandmother. */
const PEOPLE = [
  '2026-03-05',
  '2025-12-01',
  '2024-05-01',
  '2020-01-01',
  '2013-01-01',
  '1995-01-01',
  '1950-01-01',
]
  .flatMap((birth) => [person(birth, 'female'), person(birth, 'male')])
  .concat(person('1995-01-01', 'female', true));

const measured = (value: number) => ({
  code: '',
  name: '',
  value,
  comparator: null,
  text: null,
  unit: '',
  bounds: null,
  flag: null,
});

describe('the demo hospital’s laboratory', () => {
  test('knows at least sixty items, numbers with ranges and words with what is usual', () => {
    expect(table.items.length).toBeGreaterThanOrEqual(60);
    expect(new Set(table.items.map(({ loinc, code }) => loinc ?? code)).size).toBe(table.items.length);
    // Some hormones have no range without the day of the cycle: they come with the laboratory's own.
    const judged = table.items.filter(({ ranges, usualWords }) => ranges.length > 0 || usualWords.length > 0);
    expect(judged.length).toBeGreaterThanOrEqual(table.items.length - 3);
  });

  test('has no two rows that fit the same person equally well', () => {
    for (const { code, ranges, critical } of table.items)
      for (const rows of [ranges, critical])
        for (const who of PEOPLE) {
          const sexes = rows.filter((row) => row.sex === who.sex && row.pregnant === (who.pregnant === true));
          const fitting = sexes.filter((row) => interpretable(row, who));
          expect([code, fitting.length]).toEqual([code, Math.min(1, fitting.length)]);
        }
  });

  test('calls nothing critical that it calls usual', () => {
    for (const item of table.items)
      for (const who of PEOPLE)
        for (const { low, high } of item.ranges.filter((row) => interpretable(row, who)))
          for (const value of [low, high]) {
            if (value === null || item.usualWords.length > 0) continue;
            const result = {
              code: item.code,
              name: item.name,
              value,
              comparator: null,
              text: null,
              unit: item.unit,
            };
            const { level } = interpret({ ...result, bounds: { low, high }, flag: null }, item, who);
            expect([item.code, value, level]).toEqual([item.code, value, 'normal']);
          }
  });

  test('knows for everybody what is critical where it knows it for anybody', () => {
    const gaps = table.items.flatMap(({ code, critical }) =>
      critical.length === 0
        ? []
        : PEOPLE.filter((who) => boundsFor(critical, who) === null).map((who) => [
            code,
            who.birthDate,
            who.sex,
          ]),
    );
    expect(gaps).toEqual([]);
  });

  test('calls no bilirubin of the first week as usual: that depends on the hours since the birth', () => {
    const bilirubin = table.items.find(({ code }) => code === 'tbil');
    const born = (days: number) => ({ ...person('2026-03-10', 'male'), day: addDays(day, days) });
    const level = (value: number, days: number) =>
      bilirubin && interpret(measured(value), bilirubin, born(days)).level;
    expect([level(200, 1), level(340, 1), level(200, 8), level(200, 40)]).toEqual([
      'unjudged',
      'critical-high',
      'normal',
      'critical-high',
    ]);
  });

  test('tells for each side what to do, and names no illness as certain', () => {
    for (const { code, whenHigh, whenLow } of table.items)
      for (const said of [whenHigh, whenLow].filter((sentence) => sentence !== '')) {
        expect([code, said]).toEqual([code, expect.stringMatching(/医生|没有关系|没有特别的意义|产房/)]);
        expect([code, said]).not.toEqual([code, expect.stringMatching(/就是[^，。]*(?:炎|病|感染|流|缺)/)]);
      }
  });

  test('says for every side that a value can leave its range on what that can mean', () => {
    for (const item of table.items) {
      expect(item.about).not.toBe('');
      if (item.ranges.some(({ high }) => high !== null)) expect([item.code, item.whenHigh]).not.toContain('');
      if (item.usualWords.length === 0 && item.ranges.some(({ low }) => (low ?? 0) > 0))
        expect([item.code, item.whenLow]).not.toContain('');
    }
  });

  test('is honest about what nobody has checked', () => {
    const rows = table.items.flatMap(({ ranges, critical }) => [...ranges, ...critical]);
    const cited = rows.filter(({ source }) => source !== null);
    expect(cited.length).toBeGreaterThan(100);
    expect(cited.length).toBeLessThan(rows.length);
    expect(table.items.filter(isReviewed).length).toBeGreaterThan(0);
  });

  test('knows what is measured for what can be ordered', () => {
    const known = new Set(orderable.map(({ itemId }) => itemId));
    for (const { itemIds } of table.panels) for (const itemId of itemIds) expect(known).toContain(itemId);
    const answered = new Set(table.panels.flatMap(({ itemIds }) => itemIds));
    const open = orderable.filter(
      ({ itemId, category }) => category === 'laboratory' && !answered.has(itemId),
    );
    // Cultures, cell pictures and the like are reported in words without a table.
    expect(open.length).toBeLessThan(10);
  });
});

type Row = LaboratoryCatalogue['items'][number]['ranges'][number];

/** Whether the row is the one for this person: told by a value that only it judges. */
function interpretable(row: Row, who: Examined): boolean {
  const item = { ...table.items[0], usualWords: [], ranges: [{ ...row, low: 5, high: null }], critical: [] };
  const result = {
    code: '',
    name: '',
    value: 1,
    comparator: null,
    text: null,
    unit: '',
    bounds: null,
    flag: null,
  };
  return interpret(result, item as LaboratoryCatalogue['items'][number], who).level === 'low';
}
