import type { TimerLine } from '../../shared/timers';
import { button } from '../page/button';
import { instant } from '../page/format';
import { hint, panel } from '../page/panel';
import { Table } from '../page/table';
import { read, send } from '../server/ask';
import type { Tab } from './tab';

interface RunAnswer {
  errCode?: number;
  errMsg: string;
}

/** Timer triggers: when they ran, when they are due, and a button that runs one. */
export function timerTab(): Tab {
  const run = async ({ name }: TimerLine): Promise<string> => {
    const answer = await send<RunAnswer>('timers/run', { name });
    await refresh();
    if (answer.errCode !== undefined) throw new Error(`${name}: ${answer.errMsg}`);
    return `${name} ran to its end.`;
  };
  const timers = new Table<TimerLine>({
    label: 'Timers',
    empty: 'No function has a timer trigger.',
    key: ({ functionName, name }) => `${functionName}/${name}`,
    columns: [
      { title: 'Trigger', cell: ({ name }) => name },
      { title: 'Function', cell: ({ functionName }) => functionName, look: 'wide mono' },
      { title: 'Schedule', cell: ({ config }) => config, look: 'mono' },
      { title: 'Last run', cell: ({ lastRun }) => instant(lastRun), look: 'number' },
      { title: 'Due', cell: ({ nextRun }) => instant(nextRun), look: 'number' },
      { title: '', cell: (timer) => button('Run now', () => run(timer)) },
    ],
  });
  const refresh = async (): Promise<void> => timers.show(await read<TimerLine[]>('timers'));
  return {
    id: 'timers',
    title: 'Timers',
    element: panel(
      'Timer triggers',
      timers.element,
      hint('Schedules: second minute hour day month weekday year, in China’s time.'),
    ),
    refresh,
  };
}
