import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../../../scripts/hospital/fault';
import { parseFolder, type ParsedFolder } from '../../../../scripts/hospital/parsed-folder';
import { partBatches } from '../../../../scripts/hospital/part-batches';
import { loadParts } from '../../../../scripts/hospital/parts/load-parts';
import { optionalFile } from '../../../../scripts/hospital/parts/optional-file';
import type { HospitalPart } from '../../../../scripts/hospital/parts/part';
import { withCopy } from '../broken-folder';

const hymns: HospitalPart = {
  name: 'hymns',
  load: (source) => optionalFile(source, 'hymns.txt')?.text.split('\n') ?? null,
};

const loadedFrom = (directory: string, faults: Fault[] = []) =>
  loadParts({ directory, folder: parseFolder(directory) as ParsedFolder, faults }, [hymns]);

describe('the further parts of a hospital', () => {
  test('are empty, without a fault, where the folder has no such file', () => {
    withCopy((directory) => {
      const faults: Fault[] = [];
      expect(loadedFrom(directory, faults)).toMatchObject({ hymns: { content: null } });
      expect(faults).toEqual([]);
    });
  });

  test('carry their content and a hash that follows it', () => {
    withCopy((directory) => {
      const without = loadedFrom(directory)['hymns'];
      writeFileSync(join(directory, 'hymns.txt'), 'one\ntwo');
      const withTwo = loadedFrom(directory)['hymns'];
      expect(withTwo?.content).toEqual(['one', 'two']);
      expect(withTwo?.contentHash).toMatch(/^[0-9a-f]{64}$/);
      expect(withTwo?.contentHash).not.toBe(without?.contentHash);
    });
  });

  test('refuse a file that is no text', () => {
    withCopy((directory) => {
      writeFileSync(join(directory, 'hymns.txt'), Buffer.from([0xff, 0xfe, 0xff]));
      const faults: Fault[] = [];
      loadedFrom(directory, faults);
      expect(faults).toMatchObject([{ file: 'hymns.txt', row: 1 }]);
    });
  });

  test('travel in calls of bounded size, each part once and whole', () => {
    const parts = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, { contentHash: name, content: 'x'.repeat(40) }]),
    );
    const batches = partBatches(parts, 170);
    expect(batches.map((batch) => Object.keys(batch))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(Object.assign({}, ...batches)).toEqual(parts);
    expect(partBatches(parts, 1)).toHaveLength(4);
  });
});
