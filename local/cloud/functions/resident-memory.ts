import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const readProc = (pid: number): number | undefined => {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
};

const askPs = (pid: number): number | undefined => {
  try {
    const text = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
    return Number(text.trim()) * 1024;
  } catch {
    return undefined;
  }
};

const hasProc = existsSync('/proc/self/status');

/** Milliseconds between two looks at a running process: asking `ps` is dear, reading a file is not. */
export const MEMORY_POLL_MS = hasProc ? 50 : 1000;

/** Resident bytes of a process with all its Buffers, which no heap flag limits; undefined if unknown. */
export function residentBytes(pid: number): number | undefined {
  return hasProc ? readProc(pid) : askPs(pid);
}
