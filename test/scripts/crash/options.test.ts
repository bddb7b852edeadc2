import { describe, expect, test } from '@jest/globals';
import { readOptions } from '../../../scripts/crash/options';

describe('the options of the crash run', () => {
  test('have defaults, and take numbers and a sabotage', () => {
    expect(readOptions([])).toEqual({ rounds: 50, frames: 300, seed: 1, sabotage: null });
    expect(readOptions(['--rounds', '1000', '--seed', '0', '--sabotage', 'split-commit'])).toEqual({
      ...{ rounds: 1000, frames: 300, seed: 0 },
      sabotage: 'split-commit',
    });
  });

  test.each([
    [['--rounds']],
    [['--rounds', '0']],
    [['--rounds', '1.5']],
    [['--frames', '901']],
    [['--sabotage', 'rust']],
    [['--toString', '1']],
    [['rounds', 'many']],
  ])('are refused where they are not understood: %j', (words) => {
    expect(readOptions(words)).toBeNull();
  });
});
