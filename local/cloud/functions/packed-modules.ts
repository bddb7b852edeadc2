import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface Wanted {
  /** Absolute path of the module that every process loads. */
  readonly module: string;
  /** The program that makes a pack. */
  readonly program: string;
  /** Where packs are kept. */
  readonly folder: string;
  /** V8 uses what it compiled before only under the flags under which it did. */
  readonly heapMegabytes: number;
}

const MOST_MS = 60_000;

/**
 * A file with everything that loading `module` reads, made anew whenever one of its files has changed. It halves what a
 * process needs to start. Undefined where it could not be made: a process then loads the files themselves.
 */
export function packedModules({ module, program, folder, heapMegabytes }: Wanted): string | undefined {
  const key = [process.version, process.arch, module, program, String(heapMegabytes)].join('\n');
  const pack = join(folder, `${createHash('sha256').update(key).digest('hex').slice(0, 16)}.pack`);
  const list = `${pack}.json`;
  if (isCurrent(list)) return pack;
  const [newPack, newList] = [`${pack}.${process.pid}`, `${list}.${process.pid}`];
  const made = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heapMegabytes}`, program, module, newPack, newList],
    { stdio: 'ignore', env: {}, timeout: MOST_MS },
  );
  if (made.status !== 0) {
    for (const file of [newPack, newList]) rmSync(file, { force: true });
    return undefined;
  }
  renameSync(newPack, pack);
  renameSync(newList, list);
  return pack;
}

/** Whether every file is as it was when the pack was made. */
function isCurrent(list: string): boolean {
  try {
    const files = JSON.parse(readFileSync(list, 'utf8')) as [string, number, number][];
    return files.every(([name, size, mtimeMs]) => {
      const now = statSync(name);
      return now.size === size && now.mtimeMs === mtimeMs;
    });
  } catch {
    return false;
  }
}
