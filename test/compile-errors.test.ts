import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FOLDER = path.resolve('test/compile-errors');

interface Fixture {
  readonly name: string;
  /** Codes of the errors that the compiler finds. */
  readonly codes: readonly number[];
  /** The code in the file's first line; none in a corrected twin. */
  readonly expected: readonly number[];
}

/** Compiles the fixtures of one side with that side's own options against the real sources. */
function compile(side: 'client' | 'server', project: string): Fixture[] {
  const folder = path.join(FOLDER, side);
  const files = readdirSync(folder).map((name) => path.join(folder, name));
  const program = ts.createProgram(files, optionsOf(project));
  return files.map((file) => ({
    name: path.basename(file, '.ts'),
    codes: ts.getPreEmitDiagnostics(program, program.getSourceFile(file)).map(({ code }) => code),
    expected: [...readFileSync(file, 'utf8').matchAll(/^\/\/ TS(\d+):/g)].map((match) => Number(match[1])),
  }));
}

function optionsOf(project: string): ts.CompilerOptions {
  const file = path.resolve(project, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: unknown };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file));
  return { ...options, composite: false, declaration: false, emitDeclarationOnly: false, noEmit: true };
}

const fixtures = [...compile('client', 'miniprogram'), ...compile('server', 'cloudfunctions')];
const isTwin = ({ name }: Fixture): boolean => name.endsWith('.right');

describe('the contract makes a compile error of', () => {
  test.each(fixtures.filter((fixture) => !isTwin(fixture)))('a $name', ({ codes, expected }) => {
    expect(expected).toHaveLength(1);
    expect(codes).toEqual(expected);
  });

  test('each of the five mistakes', () => {
    const wrong = fixtures.filter((fixture) => !isTwin(fixture)).map(({ name }) => name);
    expect(wrong).toEqual(
      expect.arrayContaining([
        'misspelt-procedure',
        'wrong-input',
        'unknown-error-code',
        'missing-handler',
        'missing-error-text',
      ]),
    );
    expect(fixtures.filter(isTwin)).toHaveLength(wrong.length);
  });
});

describe('the contract lets pass', () => {
  test.each(fixtures.filter(isTwin))('the corrected twin $name', ({ codes }) => {
    expect(codes).toEqual([]);
  });
});
