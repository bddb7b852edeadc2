import { describe, expect, test } from '@jest/globals';
import { MIXES, seatsPerSlot, SLOTS } from '../../../bench/booking/mixes';
import { readOptions } from '../../../bench/booking/options';

describe('the command line of the booking bench', () => {
  test('asks for at least five rounds of 5,000 attempts by 64 clients unless told otherwise', () => {
    expect(readOptions([])).toMatchObject({ rounds: 5, attempts: 5000, clients: 64 });
  });

  test('takes numbers, also on top of a quick run', () => {
    expect(readOptions(['--quick', '--rounds', '3'])).toMatchObject({ rounds: 3, attempts: 1000 });
  });

  test('runs every mix, or the one that is named', () => {
    expect(readOptions([])?.mixes).toEqual(MIXES);
    expect(readOptions(['--mix', 'burst', '--rounds', '7'])).toMatchObject({
      rounds: 7,
      mixes: [{ name: 'burst' }],
    });
    expect(readOptions(['--mix', 'other'])).toBeNull();
  });

  test.each([['--rounds'], ['--rounds', 'x'], ['--rounds', '0'], ['--colour', '3'], ['3']])(
    'does not understand %s %s',
    (...args) => {
      expect(readOptions(args)).toBeNull();
    },
  );
});

describe('the mixes', () => {
  test('sell 600 seats in the rush and about 3,000 where most get one', () => {
    expect(MIXES.map((mix) => seatsPerSlot(mix, 5000) * SLOTS)).toEqual([600, 3120]);
  });

  test('always have a seat to sell', () => {
    for (const mix of MIXES) expect(seatsPerSlot(mix, 1)).toBe(1);
  });
});
