import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockHolder, takeLock } from './lock';

/** The folder where a local cloud keeps everything; one process at a time. */
export interface DataFolder {
  readonly path: string;
  readonly databasePath: string;
  /** A random key of 32 bytes (hex), made at the first request and kept for ever. */
  secret: (name: string) => string;
  /** Gives the folder free. */
  release: () => void;
}

/** Raised by one with each change that an older program would misread. */
const FORMAT = 1;
const KIND = 'local-cloud';
const MARKER = 'local-cloud.json';
const LOCK = 'local-cloud.lock';
const SECRETS = 'secrets.json';
const DATABASE = 'cloud.sqlite';

const newKey = (): string => randomBytes(32).toString('hex');

const sayWhy = (path: string, error: unknown): Error => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new Error(`the data folder ${path} cannot be written`);
  if (code === 'ENOTDIR' || code === 'EEXIST') return new Error(`the data folder ${path} is not a folder`);
  return new Error(`the data folder ${path} cannot be used: ${message}`);
};

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
};

// Written beside and moved into place: a crash leaves the old file or the new one, never a half.
const writeJson = (path: string, value: unknown): void => {
  const partial = `${path}.${process.pid}`;
  writeFileSync(partial, `${JSON.stringify(value, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(partial, path);
};

const checkMarker = (path: string): void => {
  const marker = readJson(join(path, MARKER)) as { kind?: unknown; format?: unknown } | undefined;
  if (marker?.kind !== KIND) throw new Error(`${path} is not a data folder of the local cloud`);
  if (marker.format !== FORMAT)
    throw new Error(
      `the data folder ${path} has format ${String(marker.format)}, this program knows ${FORMAT}`,
    );
};

const prepare = (path: string): void => {
  try {
    mkdirSync(path, { recursive: true });
    const entries = readdirSync(path).filter((name) => !name.startsWith(LOCK));
    if (entries.length === 0) {
      writeJson(join(path, MARKER), { kind: KIND, format: FORMAT });
      return;
    }
  } catch (error) {
    throw sayWhy(path, error);
  }
  checkMarker(path);
};

const lock = (path: string): (() => void) => {
  try {
    return takeLock(join(path, LOCK), path);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === undefined ? error : sayWhy(path, error);
  }
};

const keepSecrets = (read: () => Record<string, string>, write: (all: Record<string, string>) => void) => {
  const secrets = read();
  return (name: string): string => {
    const known = secrets[name];
    if (known !== undefined) return known;
    const made = newKey();
    secrets[name] = made;
    write(secrets);
    return made;
  };
};

const readSecrets = (path: string): Record<string, string> => {
  const file = join(path, SECRETS);
  if (!existsSync(file)) return {};
  const secrets = readJson(file);
  if (typeof secrets !== 'object' || secrets === null)
    throw new Error(`${file} is damaged: the keys in it are lost`);
  return secrets as Record<string, string>;
};

/** Opens a data folder, making it where there is none. Throws one clear line where it cannot. */
export function openDataFolder(folder: string): DataFolder {
  const path = resolve(folder);
  prepare(path);
  const release = lock(path);
  try {
    const secret = keepSecrets(
      () => readSecrets(path),
      (all) => writeJson(join(path, SECRETS), all),
    );
    return { path, databasePath: join(path, DATABASE), secret, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** A folder that exists only while the cloud runs. */
export function memoryFolder(): DataFolder {
  const secret = keepSecrets(
    () => ({}),
    () => undefined,
  );
  return { path: ':memory:', databasePath: ':memory:', secret, release: () => undefined };
}

/** Deletes a data folder with everything in it; only one that bears our mark and is not in use. */
export function eraseDataFolder(folder: string): void {
  const path = resolve(folder);
  if (!existsSync(path)) return;
  const entries = readdirSync(path);
  if (entries.length === 0) return;
  if ((readJson(join(path, MARKER)) as { kind?: unknown } | undefined)?.kind !== KIND)
    throw new Error(`${path} is not a data folder of the local cloud: nothing was deleted`);
  const pid = lockHolder(join(path, LOCK));
  if (pid !== undefined) throw new Error(`the data folder ${path} is in use by process ${pid}`);
  rmSync(path, { recursive: true });
}
