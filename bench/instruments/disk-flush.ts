import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { spread, type Spread } from './latency';

const FLUSHES = 200;

/** Milliseconds to append 4 KiB to a file of this folder and flush it: what one durable commit costs at least. */
export function measureFlush(folder: string): Spread {
  const file = path.join(folder, 'flush-probe');
  const block = Buffer.alloc(4096, 1);
  const descriptor = openSync(file, 'w');
  try {
    const times = Array.from({ length: FLUSHES }, () => {
      const startedAt = performance.now();
      writeSync(descriptor, block);
      fdatasyncSync(descriptor);
      return performance.now() - startedAt;
    });
    return spread(times);
  } finally {
    closeSync(descriptor);
    rmSync(file);
  }
}
