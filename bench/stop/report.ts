import { quantile } from '../instruments/latency';
import { number, table } from '../instruments/table';
import type { Approval, Outcome } from './stopping';
import type { CallsOf } from './watched-calls';

/** Functions beyond these cost next to nothing. */
const MOST_SHOWN = 8;

/** What one way of stopping showed. */
export interface Way {
  readonly name: string;
  readonly approval: Approval;
  readonly outcome: Outcome;
  readonly people: number;
}

export function report({ name, approval, outcome, people }: Way): string {
  const { waits, calls, complaints, wrongs } = outcome;
  const waited = Object.entries(waits).map(([what, values]) => [what, ...atShares(values as number[])]);
  const heard = complaints.map(([what, times]) => `${what} ×${times}`).join(', ');
  return [
    `\n${name}: ${people} people; the approval was answered "${approval.answer}" after ${number(approval.ms)} ms`,
    table([['seconds until', 'first', 'half', 'nine tenths', 'last'], ...waited]),
    table([
      ['function', 'calls', 'longest ms', 'broken off', 'reads', 'writes', 'largest answer, KB'],
      ...calls.slice(0, MOST_SHOWN).map(rowOf),
    ]),
    `operations for each: ${number(sum(calls.map(({ reads }) => reads)) / people)} reads, ` +
      `${number(sum(calls.map(({ writes }) => writes)) / people)} writes`,
    ...(heard === '' ? [] : [`complaints: ${heard}`]),
    wrongs.length === 0
      ? 'everybody exactly once, to the fen'
      : `WRONG (${wrongs.length}): ${wrongs.slice(0, 5).join('; ')}`,
  ].join('\n');
}

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

function atShares(values: readonly number[]): string[] {
  const sorted = [...values].sort((a, b) => a - b);
  return [0, 0.5, 0.9, 1].map((share) => number(quantile(sorted, share)));
}

const rowOf = ({ name, calls, longestMs, failed, reads, writes, largest }: CallsOf): string[] => [
  name,
  ...[calls, Math.round(longestMs), failed, reads, writes].map(String),
  number(largest / 1024),
];
