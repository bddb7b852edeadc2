import { describe, expect, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../../../scripts/hospital/fault';
import { parseFolder, type ParsedFolder } from '../../../../scripts/hospital/parsed-folder';
import { mandatesPart } from '../../../../scripts/hospital/parts/mandates';
import { withCopy } from '../broken-folder';

const DEMO = readFileSync('local/hospital/mandates.json', 'utf8');

/** Where the demo hospital's file is refused after one change. */
const refused = (from: string, to: string): readonly string[] =>
  withCopy((directory) => {
    const faults: Fault[] = [];
    writeFileSync(join(directory, 'mandates.json'), DEMO.replace(from, to));
    mandatesPart.load({ directory, folder: parseFolder(directory) as ParsedFolder, faults });
    return faults.map(({ field }) => field.replace(/\.\d+$/, ''));
  });

describe('how people act for each other in a hospital', () => {
  test('is read as it stands', () => {
    expect(refused('nothing', 'nothing')).toEqual([]);
  });

  test.each([
    ['money is not for volunteers', '"purposes": ["bind"', '"purposes": ["pay"', 'assistance.purposes'],
    ['binding is not for relatives', '"scopes": ["triage"', '"scopes": ["bind"', 'family.scopes'],
    ['a period is offered once', '"days": [1, 30', '"days": [30, 30', 'family.days'],
    ['an assistance does not last for a week', '"minutes": [30', '"minutes": [9999', 'assistance.minutes'],
  ])('%s', (...[, from, to, field]) => {
    expect(refused(from, to)).toEqual([field]);
  });
});
