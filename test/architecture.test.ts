import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { filesBelow } from '../scripts/build/file-tree';
import { cruise, MODULE_FLOOR } from '../scripts/check/imports';

const ROOT = process.cwd();
const FOLDERS = ['core', 'cloudfunctions', 'miniprogram', 'local', 'scripts'];
const SOURCE = /\.(ts|mjs|cjs|wxml|wxss|wxs|css)$/;
const FORBIDDEN = ['utils', 'helpers', 'common', 'types', 'constants', 'mock'];

const sources = FOLDERS.flatMap((folder) =>
  filesBelow(path.join(ROOT, folder))
    .filter((file) => SOURCE.test(file))
    .map((file) => `${folder}/${file}`),
);

describe('imports', () => {
  test('follow the table of who may import whom, over everything there is', async () => {
    const { modules, violations } = await cruise(ROOT);
    expect(violations).toEqual([]);
    expect(modules).toBeGreaterThanOrEqual(MODULE_FLOOR);
  }, 60_000);
});

describe('files', () => {
  const lines = sources.map((file) => ({ file, count: lineCount(file) }));
  const counts = lines.map(({ count }) => count).sort((a, b) => a - b);
  const quantile = (share: number): number => counts[Math.ceil(counts.length * share) - 1] ?? Infinity;

  test('were seen', () => {
    expect(sources.length).toBeGreaterThan(MODULE_FLOOR);
  });

  test('are none above 400 lines', () => {
    expect(lines.filter(({ count }) => count > 400)).toEqual([]);
  });

  test('are at most 60 lines long in the middle and 250 at the 95th percentile', () => {
    expect(quantile(0.5)).toBeLessThanOrEqual(60);
    expect(quantile(0.95)).toBeLessThanOrEqual(250);
  });

  test('have names in kebab case', () => {
    const odd = sources.filter((file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.posix.basename(file)));
    expect(odd).toEqual([]);
  });

  test('lie in folders named after a thing', () => {
    const drawers = sources.filter((file) => file.split('/').some((part) => FORBIDDEN.includes(part)));
    expect(drawers).toEqual([]);
  });
});

describe('the rules of core/domain', () => {
  const { options, fileNames } = domainProject();

  test('are compiled with no types of any platform', () => {
    expect(options.types).toEqual([]);
    expect(options.lib).toEqual(['lib.es2022.d.ts']);
    expect(fileNames.length).toBeGreaterThan(3);
  });

  test('cannot reach the console, the process or a timer', () => {
    const misuse = path.join(ROOT, 'core/domain/misuse.ts');
    const codes = diagnose(misuse, 'console.log(process.pid); setTimeout(() => 1, 1); export {};', options);
    expect(codes).toHaveLength(3);
  });
});

function lineCount(file: string): number {
  return readFileSync(path.join(ROOT, file), 'utf8').trimEnd().split('\n').length;
}

function domainProject(): ts.ParsedCommandLine {
  const file = path.join(ROOT, 'core/domain/tsconfig.json');
  const { config } = ts.readConfigFile(file, (name) => ts.sys.readFile(name)) as { config: unknown };
  return ts.parseJsonConfigFileContent(config, ts.sys, path.dirname(file));
}

/** Codes of the errors in a file that exists only here. */
function diagnose(file: string, text: string, options: ts.CompilerOptions): number[] {
  const host = ts.createCompilerHost(options);
  const real = ts.createCompilerHost(options);
  host.fileExists = (name) => name === file || real.fileExists(name);
  host.getSourceFile = (name, languageVersion) =>
    name === file
      ? ts.createSourceFile(name, text, languageVersion)
      : real.getSourceFile(name, languageVersion);
  const program = ts.createProgram([file], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(file)).map(({ code }) => code);
}
