import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { soleKeys } from '../../../cloudfunctions/_store/encounters';

describe('visits of one session', () => {
  const visit = (_id: string, state: 'arrived' | 'called', withdrawnAt: number | null = null) =>
    soleKeys({ _id, state, sessionId: 's', withdrawnAt });
  const shared = (one: readonly string[], other: readonly string[]) =>
    one.filter((key) => other.includes(key));

  test('cannot both be called: they would share a key, and its index is unique', () => {
    expect(shared(visit('a', 'called'), visit('b', 'called'))).toHaveLength(1);
    expect(shared(visit('a', 'called'), visit('b', 'arrived'))).toEqual([]);
    expect(shared(visit('a', 'arrived'), visit('b', 'arrived'))).toEqual([]);
    expect(shared(visit('a', 'called', 1), visit('b', 'called'))).toEqual([]);
    const file = join(__dirname, '../../../cloudfunctions/_store/indexes.json');
    const declared: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const sole = { name: 'soleKeys', unique: true, keys: [{ name: 'soleKeys', direction: 1 }] };
    const indexes = expect.arrayContaining([sole]) as unknown;
    expect(declared).toMatchObject({ collections: { encounters: { indexes } } });
  });
});
