import type { FunctionHost } from '../../functions/host';
import type { InvocationRecord } from '../../functions/invocation-log';
import type { RecordingAnswer } from '../shared/functions';
import { callLine } from './call-line';
import { sumOperations } from './sum-operations';

/** Runs that one recording lists; more are counted only. */
const LISTED = 1000;

/** Remembers every run from a moment on, so that a use case's cost can be read while it happens. */
export class Recorder {
  readonly #host: Pick<FunctionHost, 'onInvocation'>;
  #calls = new Set<InvocationRecord>();
  #forget: (() => void) | undefined;
  #startedAt: number | undefined;
  #endedAt: number | undefined;

  constructor(host: Pick<FunctionHost, 'onInvocation'>) {
    this.#host = host;
  }

  /** Forgets what was counted and counts from now. */
  start(): void {
    this.#forget?.();
    this.#calls = new Set();
    this.#startedAt = performance.now();
    this.#endedAt = undefined;
    // A run is told of twice: those that began earlier are not of this recording.
    this.#forget = this.#host.onInvocation((record) => {
      if (record.durationMs === undefined) this.#calls.add(record);
    });
  }

  /** Counts no new runs; those under way still add what they do. */
  stop(): void {
    if (this.#forget === undefined) return;
    this.#forget();
    this.#forget = undefined;
    this.#endedAt = performance.now();
  }

  /** What was counted until now. */
  read(): RecordingAnswer {
    const calls = [...this.#calls];
    const { length } = calls;
    const started = this.#startedAt;
    return {
      state: this.#forget !== undefined ? 'running' : started === undefined ? 'none' : 'stopped',
      lastedMs: started === undefined ? 0 : (this.#endedAt ?? performance.now()) - started,
      total: sumOperations(calls.map(({ operations }) => operations)),
      calls: calls.slice(0, LISTED).map(callLine),
      unlisted: Math.max(length - LISTED, 0),
    };
  }
}
