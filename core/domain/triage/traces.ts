import type { AlarmWeights } from './knowledge';

/** Digits are one trace, whatever they count; what parts clauses is another. */
const DIGITS = /[0-9]+/g;
const EDGE = /[,。;!?:、~…|/\s]+/g;

/**
 * What a text is made of, for comparing it with others: its characters and its pairs of neighbours, each once; `|` stands for
 * the edge of a clause.
 * @param text normalised.
 */
export function tracesOf(text: string): ReadonlySet<string> {
  const plain = `|${text.replace(DIGITS, '0').replace(EDGE, '|')}|`.replace(/\|+/g, '|');
  const traces = new Set<string>();
  for (let at = 0; at < plain.length; at += 1) {
    if (plain.charAt(at) !== '|') traces.add(plain.charAt(at));
    if (at + 1 < plain.length) traces.add(plain.slice(at, at + 2));
  }
  traces.delete('|');
  return traces;
}

/** As if so many traces more had said nothing: few of them say less. */
export const SILENT_TRACES = 6;

/** Above 0 where people told emergencies like this; a longer text does not weigh more. */
export function alarmScore(traces: readonly string[], { bias, weights }: AlarmWeights): number {
  const known = traces.flatMap((trace) => weights.get(trace) ?? []);
  return bias + known.reduce((sum, weight) => sum + weight, 0) / Math.sqrt(known.length + SILENT_TRACES);
}
