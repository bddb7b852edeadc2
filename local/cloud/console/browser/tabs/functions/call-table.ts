import type { CallLine } from '../../../shared/functions';
import { element } from '../../page/element';
import { duration, timeOfDay } from '../../page/format';
import { Table, type Column } from '../../page/table';
import { cost, ending } from './cost';

/** A run in a list; `depth` says how many runs of the list stand above it, `chosen` that it is shown beside. */
export interface ListedCall extends CallLine {
  depth?: number;
  chosen?: boolean;
}

const nameOf = ({ name, depth = 0 }: ListedCall, choose: (() => void) | undefined): HTMLElement => {
  const label = `${'↳ '.repeat(Math.min(depth, 1)).padStart(depth * 2, ' ')}${name}`;
  if (choose === undefined) return element('span.mono', {}, label);
  const made = element('button.link.mono', { type: 'button' }, label);
  made.addEventListener('click', choose);
  return made;
};

/** Runs of functions; a name opens its run where `choose` is given. */
export function callTable(
  label: string,
  empty: string,
  choose: (requestId: string) => void,
): Table<ListedCall> {
  const columns: Column<ListedCall>[] = [
    { title: 'Began', cell: ({ startedAt }) => timeOfDay(startedAt), look: 'number' },
    { title: 'Function', cell: (call) => nameOf(call, () => choose(call.requestId)), look: 'wide' },
    { title: 'Source', cell: ({ source }) => source },
    { title: 'Start', cell: ({ start }) => start ?? '–' },
    { title: 'Time', cell: ({ durationMs }) => duration(durationMs), look: 'number' },
    { title: 'Operations', cell: ({ operations }) => cost(operations), look: 'number' },
    { title: 'End', cell: ending },
  ];
  return new Table({
    label,
    empty,
    columns,
    key: ({ requestId }) => requestId,
    mark: ({ chosen = false, failure }) =>
      [chosen ? 'chosen' : '', failure === undefined ? '' : 'failed'].join(' ').trim(),
  });
}

/** Runs in the order of a tree: each below the run that caused it, where that is in the list. */
export function asTree(calls: readonly CallLine[]): ListedCall[] {
  const known = new Set(calls.map(({ requestId }) => requestId));
  const below = new Map<string, CallLine[]>();
  const outer: CallLine[] = [];
  for (const call of calls) {
    const { parent } = call;
    if (parent === undefined || !known.has(parent)) outer.push(call);
    else below.set(parent, [...(below.get(parent) ?? []), call]);
  }
  const listed: ListedCall[] = [];
  const add = (call: CallLine, depth: number): void => {
    listed.push({ ...call, depth });
    for (const one of below.get(call.requestId) ?? []) add(one, depth + 1);
  };
  for (const call of outer) add(call, 0);
  return listed;
}
