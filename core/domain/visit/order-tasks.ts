import type { Task, TaskKind } from './task';

/** What is urgent first; then the way through the house. */
const ORDER: readonly TaskKind[] = [
  'go-to-emergency',
  'go-to-fever-clinic',
  'go-to-room',
  'pay-appointment',
  'come-back',
  'wait-for-call',
  'declare-at-gate',
  'check-in',
  'see-doctor',
  'barred',
  'missed',
  'bill-lapsed',
  'pay-bill',
  'do-item',
  'collect-drug',
  'read-report',
  'come-on-day',
];
const STATES: readonly Task['state'][] = ['now', 'later', 'done'];

/** What can be done now first, then what follows, then what is done. */
export const orderTasks = (tasks: readonly Task[]): readonly Task[] => [...tasks].sort(byTurn);

const byTurn = (a: Task, b: Task): number =>
  STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
  Number(isFuture(a)) - Number(isFuture(b)) ||
  ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
  compare(whenOf(a), whenOf(b)) ||
  compare(a.taskId, b.taskId);

const isFuture = ({ kind }: Task): boolean => kind === 'come-on-day';
const whenOf = ({ time }: Task): string => (time === null ? '' : `${time.day} ${time.start}`);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
