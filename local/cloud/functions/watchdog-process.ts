import { spawn } from 'node:child_process';

/** Knows which function processes live, and ends them when this process dies without a word. */
export interface Watchdog {
  started(pid: number): void;
  ended(pid: number): void;
  stop(): Promise<void>;
}

/** Starts the watchdog's own process; `program` is a plain node file. */
export function startWatchdog(program: string, directory: string): Watchdog {
  const child = spawn(process.execPath, ['--max-old-space-size=32', program], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: {},
    cwd: directory,
  });
  child.on('error', () => undefined);
  const exited = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  const tell = (message: { started?: number; ended?: number }): void => {
    if (child.connected) child.send(message, () => undefined);
  };
  return {
    started: (pid) => tell({ started: pid }),
    ended: (pid) => tell({ ended: pid }),
    stop: async () => {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
