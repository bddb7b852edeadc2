import { describe, expect, test } from '@jest/globals';
import path from 'node:path';
import { domainOwners } from '../../../scripts/build/domain-owners';
import { filesBelow } from '../../../scripts/build/file-tree';

const root = process.cwd();
const sources = filesBelow(path.join(root, 'miniprogram'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map((file) => `miniprogram/${file}`);
const owners = domainOwners(root, sources);

describe('rules', () => {
  test('that one subpackage uses lie in it', () => {
    expect(owners.get('core/domain/triage/ranking.ts')).toBe('packages/triage');
  });

  test('that the main package or several packages use stay where all can reach them', () => {
    expect(owners.has('core/domain/money.ts')).toBe(false);
    expect(owners.has('core/domain/triage/emergencies.ts')).toBe(false);
  });

  test('never lie in a package that something else of theirs would have to reach into', () => {
    for (const owner of owners.values()) expect(owner).toMatch(/^packages\/[a-z-]+$/);
  });
});
