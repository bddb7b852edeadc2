import { isOver } from '../billing/bill-validity';
import { addDays, dayOf, DAY_MS, startOfDay } from '../calendar-day';
import { NO_TASK, type Task, type TaskBill, type TaskLine, type TaskSources } from './task';

/** What was paid or done is shown for the rest of the day. */
const isOfToday = (at: number, now: number): boolean => dayOf(at) === dayOf(now);

/** How long an unread report stays on the list; it is always in the list of reports. */
const READ_WITHIN_MS = 30 * DAY_MS;

/** For how many days a bill that nobody paid is still spoken of; it is always in the list of bills. */
const LAPSED_SAID_DAYS = 3;

/** The bill of each order. */
export const billTasks = ({ bills }: TaskSources, now: number): Task[] =>
  bills.flatMap((bill) => {
    if (bill.state === 'paid') return isOfToday(bill.at, now) ? [billTask(bill, 'pay-bill', 'done')] : [];
    const { payUntil } = bill;
    if (!isOver(payUntil, now))
      return [{ ...billTask(bill, 'pay-bill', 'now'), until: startOfDay(addDays(payUntil, 1)) }];
    const isSaid = !isOver(addDays(payUntil, LAPSED_SAID_DAYS), now);
    return isSaid ? [billTask(bill, 'bill-lapsed', 'later')] : [];
  });

const billTask = (
  { billId, appointmentId, totalFen }: TaskBill,
  kind: 'pay-bill' | 'bill-lapsed',
  state: Task['state'],
): Task => ({
  ...NO_TASK,
  taskId: `${kind}-${billId}`,
  kind,
  state,
  subject: '',
  costFen: kind === 'pay-bill' ? totalFen : null,
  billId,
  appointmentId,
});

/** What was ordered: to be done once it is paid. What was taken back, not done or not paid in time asks for nothing. */
export const lineTasks = ({ lines }: TaskSources, now: number): Task[] =>
  lines.filter((line) => concerns(line, now)).map((line) => lineTask(line));

const concerns = ({ state, placedAt, paid, payUntil }: TaskLine, now: number): boolean =>
  (state === 'ordered' && (paid || !isOver(payUntil, now))) ||
  (state === 'executed' && isOfToday(placedAt, now));

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
