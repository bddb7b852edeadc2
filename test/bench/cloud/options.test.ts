import { describe, expect, test } from '@jest/globals';
import { readOptions } from '../../../bench/cloud/options';

describe('the options of the cloud bench', () => {
  test('have a full and a quick size, and take single numbers and parts', () => {
    expect(readOptions([])).toEqual({ rounds: 5, slice: 500, seed: 1, only: [] });
    expect(readOptions(['--quick', '--rounds', '7', '--only', 'load', '--only', 'functions'])).toEqual({
      ...{ rounds: 7, slice: 250, seed: 1 },
      only: ['load', 'functions'],
    });
  });

  test.each([[['--rounds', '0']], [['--only', 'nothing']], [['--slice']], [['--toString', '1']]])(
    'are refused where they are not understood: %j',
    (words) => {
      expect(readOptions(words)).toBeNull();
    },
  );
});
