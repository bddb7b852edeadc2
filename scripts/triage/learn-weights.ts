import type { AlarmWeights } from '../../core/domain/triage/knowledge';
import { SILENT_TRACES } from '../../core/domain/triage/traces';

/** A text's traces and whether it is an emergency; how much it counts. */
export interface Example {
  readonly traces: ReadonlySet<string>;
  readonly isAlarm: boolean;
  readonly counts: number;
}

const STEPS = 300;
const PACE = 0.1;
/** Keeps weights small, so that no single trace decides. */
const MODESTY = 0.02;
/** A trace of one example alone is chance. */
const LEAST_EXAMPLES = 2;
/** Of Adam: how long the mean and the square of past slopes are remembered. */
const MEAN_MEMORY = 0.9;
const SQUARE_MEMORY = 0.999;
const TINY = 1e-8;

/** Logistic regression over traces, each example scaled by the root of how many of its traces are known. */
export function learnWeights(examples: readonly Example[]): AlarmWeights {
  const names = knownTraces(examples);
  const at = new Map(names.map((name, index) => [name, index]));
  const rows = examples.map(({ traces, isAlarm, counts }) => {
    const known = [...traces].flatMap((trace) => at.get(trace) ?? []);
    return { known, scale: 1 / Math.sqrt(known.length + SILENT_TRACES), wanted: Number(isAlarm), counts };
  });
  const size = names.length;
  // The last one is the bias.
  const values = new Float64Array(size + 1);
  const mean = new Float64Array(size + 1);
  const square = new Float64Array(size + 1);
  for (let step = 1; step <= STEPS; step += 1) {
    const slope = values.map((value, index) => (index < size ? MODESTY * value : 0));
    for (const { known, scale, wanted, counts } of rows) {
      const sum = known.reduce((all, index) => all + (values[index] ?? 0), 0);
      const error = (1 / (1 + Math.exp(-(sum * scale + (values[size] ?? 0)))) - wanted) * counts;
      for (const index of known) slope[index] = (slope[index] ?? 0) + error * scale;
      slope[size] = (slope[size] ?? 0) + error;
    }
    for (const [index, value] of slope.entries()) {
      mean[index] = MEAN_MEMORY * (mean[index] ?? 0) + (1 - MEAN_MEMORY) * value;
      square[index] = SQUARE_MEMORY * (square[index] ?? 0) + (1 - SQUARE_MEMORY) * value * value;
      const pace = (mean[index] ?? 0) / (1 - MEAN_MEMORY ** step);
      const steep = Math.sqrt((square[index] ?? 0) / (1 - SQUARE_MEMORY ** step)) + TINY;
      values[index] = (values[index] ?? 0) - (PACE * pace) / steep;
    }
  }
  return {
    bias: values[size] ?? 0,
    weights: new Map(names.map((name, index) => [name, values[index] ?? 0])),
  };
}

function knownTraces(examples: readonly Example[]): readonly string[] {
  const seen = new Map<string, number>();
  for (const { traces } of examples) for (const trace of traces) seen.set(trace, (seen.get(trace) ?? 0) + 1);
  return [...seen].flatMap(([trace, count]) => (count >= LEAST_EXAMPLES ? [trace] : [])).sort();
}

/** The heaviest traces, their weights rounded to what a table can hold. */
export function trimmed({ bias, weights }: AlarmWeights, most: number): AlarmWeights {
  const heaviest = [...weights]
    .sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]))
    .slice(0, most)
    .map(([trace, weight]) => [trace, rounded(weight)] as const);
  return { bias, weights: new Map(heaviest.filter(([, weight]) => weight !== 0)) };
}

const STEP = 0.25;
const HIGHEST = 6;

const rounded = (weight: number): number =>
  Math.max(-HIGHEST, Math.min(HIGHEST, Math.round(weight / STEP) * STEP));
