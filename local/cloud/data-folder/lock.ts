import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { birthOf, isAlive } from './process-birth';

interface Holder {
  pid: number;
  birth?: string;
}

const readHolder = (path: string): Holder | undefined => {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    return typeof holder.pid === 'number' ? (holder as Holder) : undefined;
  } catch {
    return undefined;
  }
};

// After a crash another program may have got the old number: then it began at another time.
const holds = ({ pid, birth }: Holder): boolean =>
  isAlive(pid) && (birth === undefined || birthOf(pid) === birth);

// Linking a finished file into place: nobody ever reads a lock that does not yet name its holder.
const claim = (path: string): boolean => {
  const birth = birthOf(process.pid);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, ...(birth === undefined ? {} : { birth }) }));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/** The process that holds the lock, unless it is gone. */
export function lockHolder(path: string): number | undefined {
  const holder = readHolder(path);
  return holder !== undefined && holds(holder) ? holder.pid : undefined;
}

/** Takes a lock file for this process; one that a dead process left is taken over. */
export function takeLock(path: string, folder: string): () => void {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (claim(path)) return () => rmSync(path, { force: true });
    const pid = lockHolder(path);
    if (pid !== undefined) throw new Error(`the data folder ${folder} is in use by process ${pid}`);
    rmSync(path, { force: true });
  }
  throw new Error(`the data folder ${folder} cannot be locked`);
}
