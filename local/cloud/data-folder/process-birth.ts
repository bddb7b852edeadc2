import { readFileSync } from 'node:fs';

/** The fields of the kernel's line on a process, from the third on; undefined where the system does not tell. */
function kernelFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in field 2 may hold blanks, so count from its closing bracket.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** Whether a process of this id lives, whoever it belongs to. One that ended but was not yet collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const state = kernelFields(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

/** When a process began, in the kernel's own units; undefined where the system does not tell. */
export const birthOf = (pid: number): string | undefined => kernelFields(pid)?.[19];
