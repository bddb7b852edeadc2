import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PriceItem } from '../../../cloudfunctions/_store/price-list';
import type { Ward } from '../../../cloudfunctions/_store/wards';
import { loadHospital } from '../../../scripts/hospital/load';
import { applyEdit, formatFault, withCopy, type Edit } from '../../scripts/hospital/broken-folder';

const folder = join(process.cwd(), 'local/hospital');
let items: readonly PriceItem[];
let wards: readonly Ward[];
let places: ReadonlySet<string>;

beforeAll(() => {
  const loaded = loadHospital(folder);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const { parts } = loaded.hospital;
  items = parts['price-list']?.content as readonly PriceItem[];
  wards = parts['wards']?.content as readonly Ward[];
  const table = readFileSync(join(folder, 'plan/places.tsv'), 'utf8');
  places = new Set(table.split('\n').map((line) => line.split('\t')[0] ?? ''));
});

describe('the demo hospital’s price list', () => {
  test('has at least sixty things to order, of every kind and for every desk', () => {
    expect(items.length).toBeGreaterThanOrEqual(60);
    expect(new Set(items.map(({ category }) => category)).size).toBe(4);
    expect(new Set(items.map(({ desk }) => desk)).size).toBe(3);
  });

  test('sends everybody to a place that is on the plan; so do the wards', () => {
    const named = [...items, ...wards].map(({ placeId }) => placeId);
    expect(named.filter((placeId) => !places.has(placeId))).toEqual([]);
  });

  test('tells no one thing by the same name twice', () => {
    const names = items.map(({ name }) => name);
    expect([...new Set(names)]).toEqual(names);
  });
});

/** What is wrong with the tiny hospital after a change, as a clerk reads it. */
const faultsAfter = (edit: Edit): readonly string[] =>
  withCopy((directory) => {
    applyEdit(directory, edit);
    const loaded = loadHospital(directory);
    return loaded.ok ? [] : loaded.faults.map(formatFault);
  });

describe('a folder with a slip', () => {
  test.each<[Edit, RegExp]>([
    [{ file: 'service-items.tsv', from: 'lab-liver', to: 'lab-blood' }, /service-items\.tsv:3 id — stands/],
    [
      { file: 'service-items.tsv', from: 'gai pian', to: 'gai' },
      /service-items\.tsv:5 pinyin — must have one/,
    ],
    [{ file: 'service-items.tsv', from: '\tpharmacy\t', to: '\tkiosk\t' }, /service-items\.tsv:5 desk/],
    [{ file: 'service-items.tsv', from: '6800', to: '68.00' }, /service-items\.tsv:3 feeFen/],
    [{ file: 'wards.tsv', from: '\tfamily\t', to: '\tsurgery\t' }, /wards\.tsv:2 departmentId — is not in/],
    [{ file: 'doctor-notices.tsv', from: 'dr-tian', to: 'dr-none' }, /doctor-notices\.tsv:2 practitionerId/],
    [
      { file: 'doctor-notices.tsv', from: '2025-12-31', to: '2024-12-31' },
      /doctor-notices\.tsv:3 to — is before/,
    ],
  ])('is refused by file, line and column (%#)', (edit, expected) => {
    expect(faultsAfter(edit)).toContainEqual(expect.stringMatching(expected));
  });
});
