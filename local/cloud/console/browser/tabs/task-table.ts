import type { TaskLine } from '../../shared/timers';
import { button } from '../page/button';
import { element } from '../page/element';
import { instant, shortened } from '../page/format';
import { Table } from '../page/table';

const ended = ({ failure, requestId, state }: TaskLine): HTMLElement => {
  const words = failure === undefined ? state : `${state}, ${failure.errCode}`;
  return requestId === undefined
    ? element('span', {}, words)
    : element('a', { href: `#functions/${requestId}` }, words);
};

/** Calls that were asked for with a delay. */
export const taskTable = (run: (task: TaskLine) => Promise<string>): Table<TaskLine> =>
  new Table<TaskLine>({
    label: 'Delayed tasks',
    empty: 'No function asked for a later call.',
    key: ({ id }) => id,
    mark: ({ failure }) => (failure === undefined ? undefined : 'failed'),
    columns: [
      { title: 'Function', cell: ({ functionName }) => functionName, look: 'mono' },
      { title: 'Event', cell: ({ data }) => shortened(data), look: 'wide mono' },
      { title: 'Asked for by', cell: ({ createdBy }) => createdBy, look: 'mono' },
      { title: 'Asked for', cell: ({ createdAt }) => instant(createdAt), look: 'number' },
      { title: 'Due', cell: ({ dueAt }) => instant(dueAt), look: 'number' },
      { title: 'State', cell: ended },
      {
        title: '',
        cell: (task) => (task.state === 'waiting' ? button('Run now', () => run(task)) : undefined),
      },
    ],
  });
