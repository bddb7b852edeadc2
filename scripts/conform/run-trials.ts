import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import type { TrialAnswer, TrialRequest } from './mutation-worker';

const WORKER = path.join('scripts', 'conform', 'mutation-worker.ts');
/** As many as the smallest machine has cores. */
const AT_ONCE = 2;
/** A trial that takes longer has hung its process, which is then ended: its checks do not pass. */
const LONGEST_TRIAL_MS = 60_000;

export interface TrialResult extends TrialAnswer {
  /** The mutant took its process with it; its checks have not passed. */
  readonly ended?: true;
}

/** Runs these mutations in two processes; answers in the order given. */
export async function runTrials(requests: readonly TrialRequest[]): Promise<TrialResult[]> {
  const results = new Map<number, TrialResult>();
  const waiting = [...requests];
  const work = async (): Promise<void> => {
    let worker: ChildProcess | undefined;
    for (let request = waiting.shift(); request !== undefined; request = waiting.shift()) {
      worker = worker?.connected === true ? worker : startWorker();
      results.set(request.index, await runTrial(worker, request));
    }
    if (worker?.connected === true) worker.disconnect();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return requests.flatMap(({ index }) => results.get(index) ?? []);
}

const startWorker = (): ChildProcess =>
  fork(WORKER, {
    execArgv: ['--import', 'tsx'],
    // What mutants print is of no interest.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });

function runTrial(worker: ChildProcess, request: TrialRequest): Promise<TrialResult> {
  return new Promise((resolve) => {
    const end = (result: TrialResult): void => {
      clearTimeout(timer);
      worker.off('message', heard);
      worker.off('exit', ended);
      resolve(result);
    };
    const heard = (answer: TrialAnswer): void => end(answer);
    const ended = (): void => end({ index: request.index, passing: [], ended: true });
    const timer = setTimeout(() => worker.kill('SIGKILL'), LONGEST_TRIAL_MS);
    worker.once('message', heard);
    worker.once('exit', ended);
    worker.send(request, () => undefined);
  });
}
