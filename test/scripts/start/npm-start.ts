import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface NpmStart {
  readonly npm: ChildProcess;
  /** The printed address; rejects when it ends before that. */
  readonly url: Promise<string>;
  readonly ended: Promise<Ended>;
}

/** `npm start -- words`, in a process group of its own. */
export function npmStart(...words: string[]): NpmStart {
  const npm = spawn('npm', ['start', '--silent', '--', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const texts = { stdout: '', stderr: '' };
  npm.stderr.on('data', (chunk: Buffer) => (texts.stderr += chunk.toString('utf8')));
  const url = new Promise<string>((resolve, reject) => {
    npm.stdout.on('data', (chunk: Buffer) => {
      texts.stdout += chunk.toString('utf8');
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(texts.stdout)?.[0];
      if (found !== undefined) resolve(found);
    });
    npm.once('close', () => reject(new Error(`ended early: ${texts.stdout}${texts.stderr}`)));
  });
  url.catch(() => undefined);
  const ended = new Promise<Ended>((resolve) => npm.once('close', (code) => resolve({ code, ...texts })));
  return { npm, url, ended };
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** Every process of this machine that can be read. Linux only, like the tests that need it. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
        return [{ pid: Number(name), parent, command }];
      } catch {
        return [];
      }
    });
}

/** A process and everything that it started, the first one first. */
export function familyOf(pid: number): Process[] {
  const all = processes();
  const family = all.filter((one) => one.pid === pid);
  for (let at = 0; at < family.length; at += 1)
    family.push(...all.filter(({ parent }) => parent === family[at]?.pid));
  return family;
}

/** Waits until none of these processes is left; the commands of those that stay too long. */
export async function untilGone(family: readonly Process[], milliseconds = 12_000): Promise<string[]> {
  const left = (): Process[] => {
    const now = new Map(processes().map((one) => [one.pid, one.command]));
    // A process that ended but was not yet collected has no command any more.
    return family.filter(({ pid, command }) => command !== '' && now.get(pid) === command);
  };
  for (let waited = 0; waited < milliseconds && left().length > 0; waited += 100)
    await new Promise((resolve) => setTimeout(resolve, 100));
  return left().map(({ command }) => command);
}
