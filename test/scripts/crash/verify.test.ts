import { describe, expect, test } from '@jest/globals';
import { COUNTER, halvesOf, ledgerOf, type Entry, type Kept } from '../../../scripts/crash/history';
import { brokenPromises } from '../../../scripts/crash/verify';

const entry = (kind: Entry['kind'], id: string, isAcknowledged = true): Entry => ({
  ...{ kind, writer: 'w', id },
  acknowledgedAt: isAcknowledged ? 0 : null,
});
const kept = (id: string, n = 0): [string, Kept] => [id, { _id: id, code: `code ${id}`, n }];
const stored = (...documents: [string, Kept][]): Map<string, Kept> => new Map(documents);
const pair = (id: string): [string, Kept][] => halvesOf(id).map((half) => kept(half));

const history = [
  entry('single', 's1'),
  entry('single', 's2'),
  entry('remove', 's2'),
  entry('single', 'open', false),
  entry('pair', 'p1'),
  entry('pair', 'p2', false),
  entry('count', 'c1'),
  entry('count', 'c2', false),
];
const sound = [kept('s1'), ...pair('p1'), kept(ledgerOf('w'), 1), kept(COUNTER, 1)];
const without = (id: string): [string, Kept][] => sound.filter(([one]) => one !== id);

describe('what is left after a crash', () => {
  test('keeps its promises when all that was acknowledged is there, and what was cut off is not', () => {
    expect(brokenPromises(stored(...sound), history)).toEqual([]);
  });

  test('keeps its promises when what was cut off is there as a whole', () => {
    const all = [...pair('p2'), kept('open'), ...without(ledgerOf('w')), kept(ledgerOf('w'), 2)];
    expect(
      brokenPromises(stored(...all.filter(([id]) => id !== COUNTER), kept(COUNTER, 2)), history),
    ).toEqual([]);
  });

  test.each<[string, [string, Kept][], string[]]>([
    ['a lost write', without('s1'), ['s1: acknowledged and lost']],
    ['a removal undone', [...sound, kept('s2')], ['s2: removed, acknowledged, and back']],
    [
      'a lost transaction',
      [kept('s1'), kept(ledgerOf('w'), 0), kept(COUNTER, 1)],
      ['p1: acknowledged transaction lost'],
    ],
    [
      'half an acknowledged transaction',
      without('p1-right'),
      ['p1: acknowledged transaction lost', 'p1: torn transaction'],
    ],
    ['half a transaction that was cut off', [...sound, kept('p2-right')], ['p2: torn transaction']],
    [
      'a transaction without its ledger',
      [...without(ledgerOf('w')), kept(ledgerOf('w'), 0)],
      ['ledger-w: counts 0 pairs, 1 are there'],
    ],
    ['a count lost', without(COUNTER), ['counter: is 0, 1 were acknowledged of 2']],
    [
      'a count too many',
      [...without(COUNTER), kept(COUNTER, 3)],
      ['counter: is 3, 1 were acknowledged of 2'],
    ],
    ['a document nobody wrote', [...sound, kept('x')], ['x: nobody wrote it']],
  ])('breaks a promise with %s', (_what, documents, problems) => {
    expect(brokenPromises(stored(...documents), history)).toEqual(problems);
  });
});
