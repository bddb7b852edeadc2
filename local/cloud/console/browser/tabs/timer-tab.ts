import type { TaskLine, TimerLine } from '../../shared/timers';
import { button } from '../page/button';
import { element } from '../page/element';
import { instant } from '../page/format';
import { hint, panel } from '../page/panel';
import { Table } from '../page/table';
import { read, send } from '../server/ask';
import type { Tab } from './tab';
import { taskTable } from './task-table';

interface RunAnswer {
  errCode?: number;
  errMsg: string;
}

const timerTable = (run: (timer: TimerLine) => Promise<string>): Table<TimerLine> =>
  new Table<TimerLine>({
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

/** Timer triggers and delayed tasks: when they ran, when they are due, and buttons that run them. */
export function timerTab(): Tab {
  const run = async (path: string, body: object, name: string): Promise<string> => {
    const answer = await send<RunAnswer>(path, body);
    await refresh();
    if (answer.errCode !== undefined) throw new Error(`${name}: ${answer.errMsg}`);
    return `${name} ran to its end.`;
  };
  const timers = timerTable(({ name, functionName }) =>
    run('timers/run', { name: `${functionName}/${name}` }, `${functionName}/${name}`),
  );
  const tasks = taskTable(({ id, functionName }) => run('tasks/run', { id }, functionName));
  const refresh = async (): Promise<void> => {
    const [allTimers, allTasks] = await Promise.all([read<TimerLine[]>('timers'), read<TaskLine[]>('tasks')]);
    timers.show(allTimers);
    tasks.show(allTasks);
  };
  return {
    id: 'timers',
    title: 'Timers',
    element: element(
      'div',
      {},
      panel(
        'Timer triggers',
        timers.element,
        hint('Schedules: second minute hour day month weekday year, in China’s time.'),
      ),
      panel('Delayed tasks', tasks.element),
    ),
    refresh,
  };
}
