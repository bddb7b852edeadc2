import { dayOf, DAY_MS } from '../calendar-day';
import { NO_TASK, type Task, type TaskLine, type TaskSources } from './task';

/** What was paid or done is shown for the rest of the day. */
const isOfToday = (at: number, now: number): boolean => dayOf(at) === dayOf(now);

/** How long an unread report stays on the list; it is always in the list of reports. */
const READ_WITHIN_MS = 30 * DAY_MS;

/** The bill of each order. */
export const billTasks = ({ bills }: TaskSources, now: number): Task[] =>
  bills
    .filter(({ state, at }) => state === 'open' || isOfToday(at, now))
    .map(({ billId, appointmentId, state, totalFen }) => ({
      ...NO_TASK,
      taskId: `pay-bill-${billId}`,
      kind: 'pay-bill',
      state: state === 'open' ? 'now' : 'done',
      subject: '',
      costFen: totalFen,
      billId,
      appointmentId,
    }));

/** What was ordered: to be done once it is paid. What was taken back or not done asks for nothing. */
export const lineTasks = ({ lines }: TaskSources, now: number): Task[] =>
  lines.filter((line) => concerns(line, now)).map((line) => lineTask(line));

const concerns = ({ state, placedAt }: TaskLine, now: number): boolean =>
  state === 'ordered' || (state === 'executed' && isOfToday(placedAt, now));

function lineTask(line: TaskLine): Task {
  const { orderId, lineId, name, category, paid, state, place, placeId, preparation, appointmentId } = line;
  const kind = category === 'drug' ? 'collect-drug' : 'do-item';
  return {
    ...NO_TASK,
    taskId: `${kind}-${orderId}-${lineId}`,
    kind,
    state: state === 'executed' ? 'done' : paid ? 'now' : 'later',
    subject: name,
    place,
    placeId,
    preparation: state === 'executed' ? null : preparation,
    appointmentId,
  };
}

/** Reports that nobody has opened yet. */
export const reportTasks = ({ reports }: TaskSources, now: number): Task[] =>
  reports
    .filter(({ unread, at }) => unread && now - at < READ_WITHIN_MS)
    .map(({ reportId, name }) => ({
      ...NO_TASK,
      taskId: `read-report-${reportId}`,
      kind: 'read-report',
      state: 'now',
      subject: name,
      reportId,
    }));
