import type { CallbackLine } from '../../../shared/pay';
import { element } from '../../page/element';
import { instant, shortened } from '../../page/format';
import { Table } from '../../page/table';
import type { Refresh } from '../tab';
import { callbackActions } from './callback-actions';

const of = ({ event }: CallbackLine): string => {
  const { outTradeNo, outRefundNo } = event;
  const number = outRefundNo ?? outTradeNo;
  return typeof number === 'string' ? number : '–';
};

const isOver = (state: string): boolean => state !== 'waiting' && state !== 'held';

const event = (callback: CallbackLine): HTMLElement =>
  element(
    'details',
    {},
    element('summary', {}, of(callback)),
    element('pre', {}, JSON.stringify(callback.event, undefined, 2)),
  );

/** Callbacks on their way, with their attempts; the latest first. */
export const callbackTable = (refresh: Refresh): Table<CallbackLine> =>
  new Table({
    label: 'Callbacks',
    empty: 'No callback was sent.',
    key: ({ id }) => id,
    mark: ({ state }) => (state === 'abandoned' ? 'failed' : undefined),
    columns: [
      { title: 'Of', cell: event, look: 'wide mono' },
      { title: 'To', cell: ({ functionName }) => functionName, look: 'mono' },
      { title: 'State', cell: ({ state, forged }) => (forged ? `${state}, forged` : state) },
      { title: 'Attempts', cell: ({ attempts }) => String(attempts), look: 'number' },
      { title: 'Due', cell: ({ state, nextAt }) => (isOver(state) ? '–' : instant(nextAt)), look: 'number' },
      { title: 'Last answer', cell: ({ lastAnswer }) => shortened(lastAnswer ?? '–', 60), look: 'mono' },
      { title: '', cell: (callback) => callbackActions(callback, refresh) },
    ],
  });
