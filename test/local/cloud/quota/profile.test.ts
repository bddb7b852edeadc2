import { describe, expect, test } from '@jest/globals';
import { QUOTA_PROFILES, quotaProfile } from '../../../../local/cloud/quota/profile';
import { SlidingSecond } from '../../../../local/cloud/quota/sliding-second';

describe('a plan', () => {
  test('is known by its name, and each name is there once', () => {
    for (const profile of QUOTA_PROFILES) expect(quotaProfile(profile.name)).toEqual(profile);
    expect(new Set(QUOTA_PROFILES.map(({ name }) => name)).size).toBe(QUOTA_PROFILES.length);
  });

  test('can be a number of operations per second, also as text', () => {
    const small = { name: '100', operationsPerSecond: 100, connections: 20, functionConcurrency: 20 };
    expect(quotaProfile(100)).toEqual(small);
    expect(quotaProfile('100')).toEqual(small);
  });

  test('can be one of one’s own', () => {
    const own = { name: 'own', operationsPerSecond: null, connections: 3, functionConcurrency: null };
    expect(quotaProfile(own)).toEqual(own);
  });

  test.each([
    0,
    -1,
    1.5,
    NaN,
    Infinity,
    '',
    'Free',
    '1e3',
    '-1',
    { name: 'own', operationsPerSecond: 0, connections: null, functionConcurrency: null },
    { name: 'own', operationsPerSecond: '5' as unknown as number, connections: 1, functionConcurrency: 1 },
  ])('is refused in one sentence when it is %j', (choice) => {
    expect(() => quotaProfile(choice)).toThrow(/^a quota/);
  });
});

describe('a second that slides', () => {
  test('lets through so many in any span of a second, wherever it begins', () => {
    const second = new SlidingSecond(3);
    const times = [0, 10, 990, 995, 1000, 1005, 1010, 1989, 1990, 2000];
    expect(times.filter((time) => second.take(time))).toEqual([0, 10, 990, 1000, 1010, 1990, 2000]);
  });

  test('does not count what it refused', () => {
    const second = new SlidingSecond(1);
    expect([0, 500, 999, 1000].map((time) => second.take(time))).toEqual([true, false, false, true]);
  });
});
