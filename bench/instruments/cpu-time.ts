import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks per second of /proc: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Fields of /proc/<pid>/stat from the third on; null where the process is gone or there is no /proc. */
function statOf(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

/** CPU seconds that processes have used so far; those that are gone count nothing. */
export function cpuSeconds(pids: readonly number[]): number {
  const ticks = pids.map((pid) => {
    const stat = statOf(pid);
    return Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) / TICKS;
}

/** Process ids of the living children of a process. */
export function childrenOf(parent: number): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => pid > 0 && Number(statOf(pid)?.[1]) === parent);
  } catch {
    return [];
  }
}

/** CPU seconds of this process. */
export function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
