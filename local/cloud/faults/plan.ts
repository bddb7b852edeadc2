import { createHash } from 'node:crypto';
import { chance } from './chance';
import { GENERAL_FAULTS, type FaultName } from './names';
import type { FaultMatch, FaultRule } from './rule';

/** What a schedule is drawn from. */
export interface PlanOptions {
  /** Number of faults; 10 where absent. */
  faults?: number;
  /** The names to draw from; everything that can befall any function where absent. */
  names?: readonly FaultName[];
  /** What may be hit: one is drawn for each fault; anything where absent. */
  targets?: readonly FaultMatch[];
  /** Largest `nth`; 20 where absent. */
  span?: number;
  /** Largest `times`; 1 where absent. */
  times?: number;
  /** Largest delay and largest error of a clock, in milliseconds; 1000 where absent. */
  ms?: number;
}

/** A schedule of faults. */
export interface FaultPlan {
  seed: number;
  rules: FaultRule[];
  /** SHA-256 over seed and rules: equal for equal schedules. */
  digest: string;
}

/** Stream of the drawing, apart from those of the rules, which count from 1. */
const DRAWING = 0;

/** Faults that last; a schedule made of seconds would last as long. */
const TAKES_TIME: ReadonlySet<FaultName> = new Set(['slow', 'timeout-before', 'timeout-after']);

/** Draws a schedule: the same seed and options give the same one, on every machine. */
export function drawPlan(seed: number, options: PlanOptions): FaultPlan {
  const { faults = 10, names = GENERAL_FAULTS, targets = [{}], span = 20, times = 1, ms = 1000 } = options;
  if (names.length === 0 || targets.length === 0) throw new Error('a plan needs names and targets');
  let place = 0;
  const upTo = (count: number): number => Math.floor(chance(seed, DRAWING, place++) * count);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const delay = (name: FaultName): { ms?: number } => {
    if (name === 'clock-skew') return { ms: upTo(2 * ms + 1) - ms };
    return TAKES_TIME.has(name) ? { ms: upTo(ms + 1) } : {};
  };
  const rules = Array.from({ length: faults }, (): FaultRule => {
    const name = pick(names);
    return { name, match: { ...pick(targets) }, nth: 1 + upTo(span), times: 1 + upTo(times), ...delay(name) };
  });
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, rules]))
    .digest('hex');
  return { seed, rules, digest };
}
