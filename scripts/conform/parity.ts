import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { RealAnswer } from './real-worker';
import type { CheckResult } from './run-checks';

const WORKER = path.join('scripts', 'conform', 'real-worker.ts');
const NEEDED = ['CLOUDBASE_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'];

/**
 * The variables of a process that talks to a real environment; undefined where they are not all set. Taken
 * before the local checks run, which set variables of the same names for themselves.
 */
export function realEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv | undefined {
  return NEEDED.every((name) => (env[name] ?? '') !== '') ? { ...env } : undefined;
}

/** Runs the checks that can against the real environment, and prints what each says beside the local result. */
export async function compareWithReal(
  real: NodeJS.ProcessEnv,
  results: readonly CheckResult[],
  print: (line: string) => void,
): Promise<void> {
  const worker = fork(WORKER, { env: real, execArgv: ['--import', 'tsx'] });
  print('local   real    check (source)');
  const counts = { same: 0, different: 0, unasked: 0 };
  for (const { check, error } of results) {
    const local = error === undefined ? 'holds ' : 'fails ';
    const answer = check.needs === 'local' ? undefined : await ask(worker, check.name);
    const there = answer === undefined ? '-     ' : answer.error === undefined ? 'holds ' : 'fails ';
    if (answer === undefined) counts.unasked += 1;
    else counts[there === local ? 'same' : 'different'] += 1;
    print(`${local}  ${there}  ${check.name} (${check.source})`);
    if (answer?.error !== undefined) print(`                ${answer.error.split('\n')[0] ?? ''}`);
  }
  if (worker.connected) worker.disconnect();
  print(
    `parity: ${counts.same} the same, ${counts.different} different, ${counts.unasked} need the local cloud`,
  );
}

function ask(worker: ChildProcess, name: string): Promise<RealAnswer> {
  return new Promise((resolve) => {
    const end = (answer: RealAnswer): void => {
      worker.off('message', end);
      worker.off('exit', ended);
      resolve(answer);
    };
    const ended = (): void => end({ name, error: 'the process that asks the real environment ended' });
    if (!worker.connected) {
      ended();
      return;
    }
    worker.once('message', end);
    worker.once('exit', ended);
    worker.send(name, () => undefined);
  });
}
