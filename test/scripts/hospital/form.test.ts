import { describe, expect, test } from '@jest/globals';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadHospital } from '../../../scripts/hospital/load';
import { formatFault, loadEdited, TINY, withCopy } from './broken-folder';

const faultsOf = (loaded: ReturnType<typeof loadHospital>): string[] =>
  loaded.ok ? [] : loaded.faults.map(formatFault);

describe('a folder is read whole or not at all', () => {
  test('the tiny hospital has no fault', () => {
    expect(faultsOf(loadHospital(TINY))).toEqual([]);
  });

  test('a folder that does not exist names each missing file', () => {
    const faults = faultsOf(loadHospital(join(TINY, 'nowhere')));
    expect(faults).toHaveLength(10);
    expect(faults).toContain('clinics.tsv:1 — the file is missing or cannot be read');
  });

  test('one missing file is named alone', () => {
    const faults = withCopy((directory) => {
      rmSync(join(directory, 'holidays.tsv'));
      return faultsOf(loadHospital(directory));
    });
    expect(faults).toEqual(['holidays.tsv:1 — the file is missing or cannot be read']);
  });

  test('text that is not UTF-8 is refused', () => {
    const faults = withCopy((directory) => {
      // 全科 as a spreadsheet saves it in GBK.
      writeFileSync(join(directory, 'departments.tsv'), Buffer.from([0xc8, 0xab, 0xbf, 0xc6]));
      return faultsOf(loadHospital(directory));
    });
    expect(faults).toEqual(['departments.tsv:1 — not UTF-8 text: save it as UTF-8 (in Excel: "Unicode")']);
  });

  test('an empty table is refused', () => {
    const faults = withCopy((directory) => {
      writeFileSync(join(directory, 'holidays.tsv'), '\n# nothing here\n');
      return faultsOf(loadHospital(directory));
    });
    expect(faults).toEqual(['holidays.tsv:1 — the table is empty: its first line names the columns']);
  });

  test('faults of several files come together, in the order of files and rows', () => {
    const loaded = loadEdited(
      { file: 'practitioners.tsv', from: '\t750', to: '\t7.5' },
      { file: 'clinics.tsv', from: 'children\tordinary', to: 'children\tother' },
      { file: 'clinics.tsv', from: 'family-advice\t', to: 'Family advice\t' },
    );
    expect(faultsOf(loaded).map((text) => text.split(' — ')[0])).toEqual([
      'clinics.tsv:3 id',
      'clinics.tsv:4 kind',
      'practitioners.tsv:4 feeFen',
    ]);
  });
});

describe('rows are counted as the clerk sees them', () => {
  test('comments, empty lines, a byte order mark and Windows line ends change nothing but the row', () => {
    const header = 'day\tname\tkind\trunsAs\tbasis';
    const faults = withCopy((directory) => {
      const text = `\uFEFF# 节假日\r\n\r\n${header}\r\n2026-10-01\t国庆节\tclosed\t\tstatutory\r\n\r\n2026-13-01\t?\tclosed\t\tstatutory\r\n`;
      writeFileSync(join(directory, 'holidays.tsv'), text);
      return faultsOf(loadHospital(directory));
    });
    expect(faults).toEqual(['holidays.tsv:6 day — must be a real day written YYYY-MM-DD']);
  });

  test('a cell that a spreadsheet put in quotes is read without them', () => {
    const loaded = loadEdited({
      file: 'clinics.tsv',
      from: '免费咨询，不开药',
      to: '"免费咨询，""不开药"""',
    });
    expect(loaded.ok && loaded.hospital.clinics[1]?.summary).toBe('免费咨询，"不开药"');
  });
});

describe('the columns of a table', () => {
  test.each([
    ['a missing one', '\tbasis', '', 'holidays.tsv:1 basis — the column is missing'],
    ['an unknown one', '\tbasis', '\tbasis\tremark', 'holidays.tsv:1 remark — unknown column'],
    ['a repeated one', '\tbasis', '\tbasis\tname', 'holidays.tsv:1 name — the column stands twice'],
    [
      'a cell too many',
      '4\tannounced',
      '4\tannounced\tx',
      'holidays.tsv:3 — more cells than the table has columns',
    ],
  ])('%s is named', (_, from, to, expected) => {
    expect(faultsOf(loadEdited({ file: 'holidays.tsv', from, to }))).toEqual([expected]);
  });
});

describe('a JSON file', () => {
  const file = 'hospital.json';
  test.each([
    ['a missing comma', '"杉湾社区医院",', '"杉湾社区医院"', 'hospital.json:4 — not JSON: expected } here'],
    ['a missing value', '"杉湾社区医院"', '', 'hospital.json:3 — not JSON: expected a value here'],
    ['a key without quotes', '"phone"', 'phone', 'hospital.json:7 — not JSON: expected a key in quotes here'],
    ['a key that stands twice', '"phone"', '"name"', 'hospital.json:7 — the key "name" stands twice'],
    ['something after the end', '}', '} }', 'hospital.json:12 — something stands after the end'],
    ['an unknown key', '"phone"', '"fax": "1", "phone"', 'hospital.json:7 fax — unknown key'],
    ['a missing key', '"phone": "0000-7000100",', '', 'hospital.json:1 phone — the key is missing'],
    ['a value of another type', '"0000-7000100"', '7000100', 'hospital.json:7 phone — must be text'],
    ['an empty text', '"杉湾社区医院"', '" "', 'hospital.json:3 name — is empty'],
    ['a bad phone', '0000-7000120', '急诊室', 'hospital.json:8 emergencyPhone — must be a phone number'],
  ])('with %s names its line', (_, from, to, expected) => {
    expect(faultsOf(loadEdited({ file, from, to }))).toEqual([expected]);
  });
});

describe('the content hash', () => {
  const hashOf = (loaded: ReturnType<typeof loadHospital>): string | null =>
    loaded.ok ? loaded.hospital.contentHash : null;

  test('is the same however the files are laid out', () => {
    const loaded = loadEdited(
      { file: 'departments.tsv', from: 'family\t', to: '# a remark\n\nfamily\t' },
      { file: 'hospital.json', from: '{', to: '{\n\n' },
    );
    expect(hashOf(loaded)).toBe(hashOf(loadHospital(TINY)));
    expect(hashOf(loaded)).toMatch(/^[\da-f]{64}$/);
  });

  test('changes with any content', () => {
    const loaded = loadEdited({ file: 'practitioners.tsv', from: '\t750', to: '\t751' });
    expect(loaded.ok).toBe(true);
    expect(hashOf(loaded)).not.toBe(hashOf(loadHospital(TINY)));
  });
});
