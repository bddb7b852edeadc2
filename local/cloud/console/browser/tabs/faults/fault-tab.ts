import type { FaultBoardAnswer, FaultLine, StrikeLine } from '../../../shared/faults';
import { button } from '../../page/button';
import { element } from '../../page/element';
import { labelled, numberField, numberIn } from '../../page/field';
import { hint, panel, row } from '../../page/panel';
import { Table } from '../../page/table';
import { read, send } from '../../server/ask';
import type { Tab } from '../tab';
import { FaultForm } from './fault-form';

/** Names with values in a line: `collection notes, step 3`. */
const described = (fields: object | undefined): string =>
  Object.entries(fields ?? {})
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ') || 'anything';

/** When a rule strikes, of what it hits. */
const often = ({ nth, times, probability, ms, code }: FaultLine): string => {
  const given = Object.entries({ nth, times, probability, ms, code }).filter(
    ([, value]) => value !== undefined,
  );
  return given.length === 0 ? 'always' : described(Object.fromEntries(given));
};

const rulesTable = (): Table<FaultLine & { at: number }> =>
  new Table<FaultLine & { at: number }>({
    label: 'Faults in force',
    empty: 'Nothing is made to fail.',
    key: ({ at }) => String(at),
    columns: [
      { title: 'Fault', cell: ({ name }) => name, look: 'mono' },
      { title: 'Hits', cell: ({ match }) => described(match), look: 'wide' },
      { title: 'How', cell: often },
    ],
  });

const strikesTable = (): Table<StrikeLine> =>
  new Table({
    label: 'What was hit',
    empty: 'Nothing was hit.',
    key: ({ order }) => String(order),
    columns: [
      { title: '#', cell: ({ order }) => String(order), look: 'number' },
      { title: 'Fault', cell: ({ name }) => name, look: 'mono' },
      { title: 'Operation', cell: ({ operation }) => described(operation), look: 'wide' },
      { title: 'n-th match', cell: ({ nth }) => String(nth), look: 'number' },
    ],
  });

/** Named faults: set them, see what is in force and what was hit, start anew from a seed. */
export function faultTab(): Tab {
  const rules = rulesTable();
  const strikes = strikesTable();
  const seed = numberField({ value: '1', step: '1' });
  const form = new FaultForm(async (rule) => {
    await send('faults', rule);
    await refresh();
    return `${rule.name} is in force.`;
  });
  const clear = async (): Promise<string> => {
    await send('faults/clear');
    await refresh();
    return 'Nothing is made to fail any more.';
  };
  const start = async (): Promise<string> => {
    const answer = await send<{ seed: number }>('faults/seed', { seed: numberIn(seed) });
    await refresh();
    return `Started anew from seed ${answer.seed}; no fault is in force.`;
  };
  const refresh = async (): Promise<void> => {
    const board = await read<FaultBoardAnswer>('faults/board');
    form.offer(board.names);
    rules.show(board.rules.map((rule, at) => ({ ...rule, at })));
    strikes.show(board.struck);
  };
  return {
    id: 'faults',
    title: 'Faults',
    element: element(
      'div',
      {},
      panel('In force', rules.element, row(button('Clear all', clear))),
      panel('Set a fault', form.element),
      panel(
        'Seed',
        row(labelled('Seed', seed), button('Start anew', start)),
        hint('The same seed and the same rules hit the same operations again.'),
      ),
      panel('What was hit, latest first', strikes.element),
    ),
    refresh,
  };
}
