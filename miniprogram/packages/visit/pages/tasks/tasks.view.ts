import type { Task } from '@core/domain/visit/task';
import { taskWords, type TaskWords } from '../../../../services/visit/task-words';

export interface TasksView {
  /** The first one that can be done now, large. */
  readonly first: TaskWords | null;
  readonly rest: readonly TaskWords[];
  readonly done: readonly TaskWords[];
}

/** What to do, the first thing large, what is done at the end. */
export function tasksView(tasks: readonly Task[], now: number): TasksView {
  const words = tasks.map((task) => taskWords(task, now));
  const open = words.filter(({ state }) => state !== 'done');
  const [first] = open;
  const isNow = first?.state === 'now';
  return {
    first: isNow ? first : null,
    rest: isNow ? open.slice(1) : open,
    done: words.filter(({ state }) => state === 'done'),
  };
}
