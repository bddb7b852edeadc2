import type { FaultBoardAnswer, FaultInForceLine, FaultLine, StrikeLine } from '../../../shared/faults';
import { button } from '../../page/button';
import { element } from '../../page/element';
import { panel, row } from '../../page/panel';
import { Table } from '../../page/table';
import { read, send } from '../../server/ask';
import type { Refresh, Tab } from '../tab';
import { FaultForm } from './fault-form';
import { seedForm } from './seed-form';

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

const rulesTable = (refresh: Refresh): Table<FaultInForceLine> =>
  new Table<FaultInForceLine>({
    label: 'Faults in force',
    empty: 'Nothing is made to fail.',
    key: ({ number }) => String(number),
    columns: [
      { title: 'Rule', cell: ({ number }) => String(number), look: 'number' },
      { title: 'Fault', cell: ({ name }) => name, look: 'mono' },
      { title: 'Hits', cell: ({ match }) => described(match), look: 'wide' },
      { title: 'How', cell: often },
      { title: '', cell: (rule) => withdrawal(rule, refresh) },
    ],
  });

const withdrawal = ({ number, name }: FaultInForceLine, refresh: Refresh): HTMLButtonElement =>
  button(
    'Withdraw',
    async () => {
      await send('faults/withdraw', { number });
      await refresh();
      return `Rule ${number}, ${name}, is withdrawn.`;
    },
    { title: `Withdraw rule ${number}, ${name}` },
  );

const strikesTable = (): Table<StrikeLine> =>
  new Table({
    label: 'What was hit',
    empty: 'Nothing was hit.',
    key: ({ order }) => String(order),
    columns: [
      { title: '#', cell: ({ order }) => String(order), look: 'number' },
      { title: 'Fault', cell: ({ name }) => name, look: 'mono' },
      { title: 'By rule', cell: ({ rule }) => String(rule), look: 'number' },
      { title: 'Operation', cell: ({ operation }) => described(operation), look: 'wide' },
      { title: 'n-th match', cell: ({ nth }) => String(nth), look: 'number' },
    ],
  });

/** Named faults: set and withdraw them, see what is in force and what was hit, start anew from a seed. */
export function faultTab(): Tab {
  const rules = rulesTable(() => refresh());
  const strikes = strikesTable();
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
  const refresh = async (): Promise<void> => {
    const board = await read<FaultBoardAnswer>('faults/board');
    form.offer(board.names);
    rules.show(board.rules);
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
        'Start from a seed',
        seedForm(() => refresh()),
      ),
      panel('What was hit, latest first', strikes.element),
    ),
    refresh,
  };
}
