// Notices the death of npm. npm tells nobody when it is killed, and between npm and this process there may be
// a shell that lives on, so both are looked at from time to time.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

const INTERVAL_MS = 1000;
const SHELLS = /^(?:sh|dash|bash|ash|zsh|ksh|busybox)$/;

/** @returns {{ name: string, parent: number } | null} */
function describe(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const close = stat.lastIndexOf(')');
    return {
      name: stat.slice(stat.indexOf('(') + 1, close),
      parent: Number(stat.slice(close + 2).split(' ')[1]),
    };
  } catch {
    return describeByPs(pid);
  }
}

function describeByPs(pid) {
  if (process.platform === 'win32') return null;
  try {
    const [parent, name] = execFileSync('ps', ['-o', 'ppid=,comm=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    return { name: name.split('/').pop().replace(/^-/, ''), parent: Number(parent) };
  } catch {
    return null;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Calls `end` once when npm, or the shell it used, is gone. Does nothing when npm did not start this process. */
export function endWith(end) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const shell = describe(parent);
  const watched = shell !== null && SHELLS.test(shell.name) ? [parent, shell.parent] : [parent];
  const timer = setInterval(() => {
    if (process.ppid === parent && watched.every(isAlive)) return;
    clearInterval(timer);
    end();
  }, INTERVAL_MS);
  timer.unref();
}
