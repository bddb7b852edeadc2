import { existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const IN_MEMORY = '/dev/shm';

/** A new folder for files that nobody needs after a loss of power: in memory where the system has such a place. */
export function scratchFolder(): string {
  return mkdtempSync(path.join(existsSync(IN_MEMORY) ? IN_MEMORY : os.tmpdir(), 'crash-'));
}
