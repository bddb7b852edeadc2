import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { familyOf, npmStart, untilGone, type NpmStart } from './npm-start';

const TINY = path.resolve('test/local/hospital/tiny');
const PATIENCE = 60_000;

let folder: string;
const started: NpmStart[] = [];

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'start-'));
});

afterEach(async () => {
  for (const { npm, ended } of started.splice(0)) {
    for (const { pid } of npm.pid === undefined ? [] : familyOf(npm.pid)) endProcess(pid);
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

function start(...words: string[]): NpmStart {
  const one = npmStart('--port', '0', '--hospital', TINY, ...words);
  started.push(one);
  return one;
}

const data = (): string => path.join(folder, 'data');

describe('npm start', () => {
  test(
    'opens the hospital, keeps its folder to itself, and stops at Ctrl-C without a trace',
    async () => {
      const first = start('--data', data());
      const url = await first.url;
      expect((await fetch(url)).status).toBe(200);
      const secrets = statSync(path.join(data(), 'secrets.json'));
      expect(secrets.mode & 0o777).toBe(0o600);

      const second = await start('--data', data()).ended;
      expect(second).toMatchObject({ code: 1, stdout: '' });
      expect(second.stderr.trim()).toMatch(/^the data folder .* is in use by process \d+$/);

      const family = familyOf(first.npm.pid ?? 0);
      expect(family.length).toBeGreaterThan(3);
      process.kill(-(first.npm.pid ?? 0), 'SIGINT');
      expect((await first.ended).stderr).toBe('');
      expect(await untilGone(family)).toEqual([]);
    },
    PATIENCE,
  );

  test.each([
    ['npm', 0],
    ['its launcher', /run\.mjs/],
  ] as const)(
    'leaves no orphan when %s is killed',
    async (_who, which) => {
      const { npm, url } = start('--data', data());
      await url;
      const family = familyOf(npm.pid ?? 0);
      const victim =
        which === 0
          ? family[0]
          : family.find(({ command }) => which.test(command) && !command.startsWith('sh'));
      process.kill(victim?.pid ?? 0, 'SIGKILL');
      expect(await untilGone(family)).toEqual([]);
      // Nothing stands in the way of the next start.
      await start('--data', data()).url;
    },
    PATIENCE,
  );
});

describe('npm start refuses in one line', () => {
  async function refused(...words: string[]): Promise<{ code: number | null; line: string }> {
    const { code, stdout, stderr } = await start(...words).ended;
    expect(stdout).toBe('');
    const lines = stderr.trim().split('\n');
    expect(lines).toHaveLength(1);
    return { code, line: lines[0] ?? '' };
  }

  test(
    'an option that does not exist',
    async () => {
      expect(await refused('--prot', '1')).toEqual({
        code: 2,
        line: "Unknown option '--prot' (npm start -- --help)",
      });
    },
    PATIENCE,
  );

  test(
    'to empty a folder that is not its own',
    async () => {
      mkdirSync(data());
      writeFileSync(path.join(data(), 'diary.txt'), 'dear diary');
      const { code, line } = await refused('--data', data(), '--reset');
      expect(code).toBe(1);
      expect(line).toContain('nothing was deleted');
      expect(readFileSync(path.join(data(), 'diary.txt'), 'utf8')).toBe('dear diary');
    },
    PATIENCE,
  );

  test(
    'a data folder that is a file',
    async () => {
      writeFileSync(data(), '');
      expect(await refused('--data', data())).toMatchObject({ code: 1 });
    },
    PATIENCE,
  );

  test(
    'data of a format that it does not know',
    async () => {
      mkdirSync(data());
      writeFileSync(path.join(data(), 'local-cloud.json'), '{"kind":"local-cloud","format":99}');
      const { code, line } = await refused('--data', data());
      expect(code).toBe(1);
      expect(line).toContain('has format 99');
    },
    PATIENCE,
  );

  test(
    'a port that is taken',
    async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      try {
        const { code, line } = await refused('--memory', '--port', String(port));
        expect(code).toBe(1);
        expect(line).toContain(`port ${port} is in use`);
      } finally {
        server.close();
      }
    },
    PATIENCE,
  );

  test(
    'a faulty hospital, naming file and row',
    async () => {
      const hospital = path.join(folder, 'hospital');
      cpSync(TINY, hospital, { recursive: true });
      writeFileSync(path.join(hospital, 'departments.tsv'), 'nonsense\n');
      const { code, stdout, stderr } = await start('--memory', '--hospital', hospital).ended;
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^departments\.tsv:\d+ /);
      expect(stderr).toContain('Nothing was loaded');
    },
    PATIENCE,
  );
});
