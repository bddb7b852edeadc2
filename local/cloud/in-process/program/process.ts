import { EventEmitter } from 'node:events';
import type { Program } from './program';

/** Hears of what a program prints. */
export type Output = (stream: 'stdout' | 'stderr', text: string) => void;

/** Thrown to stop a program that has ended itself; its turn has no more effect. */
class Exit extends Error {}

const PASSED_ON = [
  'arch',
  'config',
  'cpuUsage',
  'emitWarning',
  'execPath',
  'features',
  'memoryUsage',
  'platform',
  'release',
  'resourceUsage',
  'version',
  'versions',
] as const;

/** A stream that only takes text, as much of one as consoles and loggers use. */
const outputStream = (write: (text: string) => void): object =>
  Object.assign(new EventEmitter(), {
    isTTY: false,
    writable: true,
    write: (chunk: string | Uint8Array, ...rest: unknown[]) => {
      write(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8'));
      const done = rest.find((one) => typeof one === 'function');
      // Node's console takes anything but null for an error.
      if (done !== undefined) process.nextTick(done as (error: null) => void, null);
      return true;
    },
    end: () => undefined,
  });

/** Time since an instant as process.hrtime tells it. */
const clockOf = (program: Program): object => {
  const elapsed = (): bigint => BigInt(program.now() - program.startedAt) * 1_000_000n;
  const hrtime = (since?: [number, number]): [number, number] => {
    const before = since === undefined ? 0n : BigInt(since[0]) * 1_000_000_000n + BigInt(since[1]);
    const difference = elapsed() - before;
    return [Number(difference / 1_000_000_000n), Number(difference % 1_000_000_000n)];
  };
  return {
    hrtime: Object.assign(hrtime, { bigint: elapsed }),
    uptime: () => (program.now() - program.startedAt) / 1000,
  };
};

/** What a program sees as `process`: its own variables, its own end, everything else as it is. */
export function processOf(program: Program, env: Record<string, string>, output: Output): object {
  const exit = (code?: unknown): never => {
    program.end(code ?? 0);
    throw new Exit('the program has ended');
  };
  const passedOn = PASSED_ON.map((name) => [name, Reflect.get(process, name) as unknown] as const);
  return Object.assign(new EventEmitter(), Object.fromEntries(passedOn), clockOf(program), {
    env,
    pid: program.pid,
    ppid: 0,
    title: program.name,
    argv: [process.execPath],
    execArgv: [],
    connected: false,
    exitCode: undefined,
    stdout: outputStream((text) => output('stdout', text)),
    stderr: outputStream((text) => output('stderr', text)),
    cwd: () => process.cwd(),
    umask: () => 0o22,
    nextTick: process.nextTick.bind(process),
    exit,
    abort: exit,
    reallyExit: exit,
    kill: (pid: number) => (pid === program.pid ? exit('killed') : true),
  });
}
