import { describe, expect, test } from '@jest/globals';
import { Linter, type ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import tseslint from 'typescript-eslint';
import rule from '../../../scripts/lint/no-query-in-transaction.mjs';

const FIXTURES = 'test/scripts/lint/fixtures';

const complaints = (file: string): string[] => {
  const messages = new Linter({ configType: 'flat' }).verify(
    readFileSync(`${FIXTURES}/${file}`, 'utf8'),
    [
      {
        files: ['**/*.ts'],
        languageOptions: {
          parser: tseslint.parser as Linter.Parser,
          parserOptions: { project: `${FIXTURES}/tsconfig.json`, tsconfigRootDir: process.cwd() },
        },
        plugins: { cloud: { rules: { 'no-query-in-transaction': rule } } as ESLint.Plugin },
        rules: { 'cloud/no-query-in-transaction': 'error' },
      },
    ],
    `${process.cwd()}/${FIXTURES}/${file}`,
  );
  return messages.map(({ line, message }) => `${line}: ${message}`);
};

/** The lines that say of themselves that they are wrong. */
const markedLines = (file: string): number[] =>
  readFileSync(`${FIXTURES}/${file}`, 'utf8')
    .split('\n')
    .flatMap((line, at) => (line.includes('// leaves') ? [at + 1] : []));

describe('queries in a transaction', () => {
  test('are complained of, however the transaction is come by', () => {
    const lines = markedLines('leaving.ts');
    expect(lines.length).toBeGreaterThanOrEqual(10);
    const words = 'leaves the transaction silently in wx-server-sdk 4.0.2';
    expect(complaints('leaving.ts').map((text) => [Number.parseInt(text), text.includes(words)])).toEqual(
      lines.map((line) => [line, true]),
    );
  });

  test('are not complained of where they are none', () => {
    expect(complaints('staying.ts')).toEqual([]);
  });
});
