import { describe, expect, test } from '@jest/globals';
import { compareGuessList, guessesIn } from '../../../scripts/conform/guesses';

describe('the list of what is guessed', () => {
  test('names every mark in the code, and nothing else', () => {
    const { stands, should } = compareGuessList(process.cwd());
    // npm run conform -- --write-guesses
    expect(stands).toBe(should);
    expect(should.split('\n').filter((line) => line.startsWith('- ')).length).toBeGreaterThan(30);
  });

  test('takes a comment whole and names what stands below it', () => {
    const source = [
      '/** A limit, at which',
      ' * nobody has looked. [MEM] */',
      'export const LIMIT = 1;',
      '/** A sure one. */',
      'const SURE = 2;',
      'const list = [1, // the first [COMM]',
      '  2];',
    ].join('\n');
    expect(guessesIn('limits.ts', source)).toEqual([
      { file: 'limits.ts', name: 'LIMIT', text: 'A limit, at which nobody has looked. [MEM]' },
      { file: 'limits.ts', name: '', text: 'the first [COMM]' },
    ]);
  });
});
