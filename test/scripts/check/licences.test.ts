import { describe, expect, test } from '@jest/globals';
import { addressesIn } from '../../../scripts/check/addresses';
import { isAllowed, refusedLicences } from '../../../scripts/check/licences';

const locked = (name: string, license: string | null, dev = false) => ({
  place: `node_modules/${name}`,
  name,
  version: '1.0.0',
  dev,
  license,
});

describe('the licence list', () => {
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['MIT AND CC0-1.0', true],
    ['MIT AND GPL-3.0', false],
    ['AGPL-3.0', false],
    ['', false],
  ])('reads %s', (expression, allowed) => {
    expect(isAllowed(expression, new Set(['MIT', 'CC0-1.0']))).toBe(allowed);
  });

  test('allows a tool what it does not allow a deployed package', () => {
    expect(refusedLicences([locked('a', 'MPL-2.0', true)], false)).toEqual([]);
    expect(refusedLicences([locked('a', 'MPL-2.0')], false)).toEqual(['a 1.0.0 (deployed): MPL-2.0']);
  });

  test('refuses copyleft and silence, except for the two named packages', () => {
    const packages = [
      locked('a', 'GPL-3.0', true),
      locked('b', null, true),
      locked('@cloudbase/signature-nodejs', null),
    ];
    expect(refusedLicences(packages, false)).toEqual(['a 1.0.0: GPL-3.0', 'b 1.0.0: states no licence']);
  });
});

describe('the address check', () => {
  test('finds the registry in a lock file and in .npmrc', () => {
    expect(addressesIn('package-lock.json', '{ "resolved": "https://npm.example.com/a.tgz" }')).toHaveLength(
      1,
    );
    expect(addressesIn('.npmrc', 'registry=https://npm.example.com/\nfund=false')).toHaveLength(1);
  });

  test('lets funding links and local packages be', () => {
    expect(
      addressesIn('package-lock.json', '{ "url": "https://example.com", "resolved": "file:x" }'),
    ).toEqual([]);
  });
});
