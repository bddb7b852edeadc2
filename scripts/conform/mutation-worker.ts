import { createRequire } from 'node:module';
import path from 'node:path';
import { Trials } from '../../test/local/cloud/conformance/trials';

/** One mutation, by its number, and how many milliseconds its checks may take. */
export interface TrialRequest {
  readonly index: number;
  readonly patience: number;
}

/** What the process that asked hears of one trial. */
export interface TrialAnswer {
  readonly index: number;
  /** Checks that pass although the behaviour is gone. */
  readonly passing: readonly string[];
  /** Why the trial could not be run. */
  readonly problem?: string;
}

// A process of its own: a mutant may print, hang or end the process it is in.
const root = process.cwd();
const trials = new Trials(root, createRequire(path.join(root, 'package.json')));

const answer = (message: TrialAnswer): void => {
  process.send?.(message);
};

process.on('message', ({ index, patience }: TrialRequest) => {
  trials.try(index, patience).then(
    (passing) => answer({ index, passing }),
    (error: unknown) =>
      answer({ index, passing: [], problem: error instanceof Error ? error.message : String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
// A request of a check that was given up may still fail later; that is expected of a mutant.
process.on('unhandledRejection', () => undefined);
