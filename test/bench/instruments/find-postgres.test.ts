import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findPostgres } from '../../../bench/instruments/find-postgres';

const root = mkdtempSync(path.join(os.tmpdir(), 'programs-'));
afterAll(() => rmSync(root, { recursive: true }));

function install(folder: string, programs: readonly string[], mode = 0o755): string {
  const bin = path.join(root, folder);
  mkdirSync(bin, { recursive: true });
  for (const program of programs) writeFileSync(path.join(bin, program), '', { mode });
  return bin;
}

describe('the programs of PostgreSQL', () => {
  test('are not found where there are none', () => {
    expect(findPostgres(path.join(root, 'nowhere'), '')).toBeNull();
  });

  test('are not found where the server is missing or may not be run', () => {
    const client = install('client', ['psql', 'initdb']);
    const plain = install('plain', ['postgres', 'initdb'], 0o644);
    expect(findPostgres(path.join(root, 'nowhere'), `${client}:${plain}`)).toBeNull();
  });

  test('are taken from Debian’s newest version, else from the path', () => {
    install('debian/9/bin', ['postgres', 'initdb']);
    const newest = install('debian/15/bin', ['postgres', 'initdb']);
    install('debian/17/bin', ['psql']);
    const onPath = install('local', ['postgres', 'initdb']);
    expect(findPostgres(path.join(root, 'debian'), onPath)).toBe(newest);
    expect(findPostgres(path.join(root, 'nowhere'), `:${onPath}`)).toBe(onPath);
  });
});
