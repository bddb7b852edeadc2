import type { OrderLineView, OrderView } from '@core/contract/clinic-views';
import type { Me } from '@core/contract/identity';
import type { QuarantineLine } from '@core/contract/report';
import { addDays, dayOf } from '@core/domain/calendar-day';
import type { Desk, LineState } from '@core/domain/clinic/order';
import { nearName, spokenDay, spokenInstant, weekdayName } from '../../../../services/dates';
import { reasonText, settlingOf, type Settling } from '../../reason-words';

const DESK_NAMES: Readonly<Record<Desk, string>> = {
  laboratory: '检验台',
  imaging: '检查台',
  pharmacy: '药房',
};

/** A desk to choose. */
export interface DeskChoice {
  readonly desk: Desk;
  readonly name: string;
  readonly chosen: boolean;
}

const isDesk = (role: string): role is Desk => Object.hasOwn(DESK_NAMES, role);

/** The desks at which the caller works. */
export const desksOf = ({ roles }: Me): readonly Desk[] =>
  [...new Set(roles.map(({ role }) => role))].filter(isDesk);

export const deskChoices = (desks: readonly Desk[], chosen: Desk): readonly DeskChoice[] =>
  desks.map((desk) => ({ desk, name: DESK_NAMES[desk], chosen: desk === chosen }));

/** One thing to do. */
export interface DeskRow {
  readonly key: string;
  readonly orderId: string;
  readonly lineId: string;
  readonly itemId: string;
  readonly name: string;
  readonly who: string;
  readonly doctor: string;
  readonly state: string;
  readonly tone: 'success' | 'warning' | 'neutral' | 'info';
  readonly note: string;
  readonly mayExecute: boolean;
  readonly mayRefuse: boolean;
  readonly mayReport: boolean;
  /** "Done" may still be taken back. */
  readonly mayUndo: boolean;
  /** What taking it back means, and when it must not be. */
  readonly undoWords: string;
  /** What "done" is called at this desk. */
  readonly doneWord: string;
}

type Shown = Pick<DeskRow, 'state' | 'tone' | 'note'>;

/** Paid for and taken back by the doctor: the money can only go back once the desk, too, says that it was not done. */
const isToConfirm = ({ state, paid }: OrderLineView): boolean => state === 'cancelled' && paid;

function shownState(line: OrderLineView): Shown {
  const { state, paid, feeFen, notDoneReason, cancelReason } = line;
  const states: Readonly<Record<LineState, Shown>> = {
    ordered:
      paid || feeFen === 0
        ? { state: '等着做', tone: 'info', note: '' }
        : { state: '还没付钱', tone: 'warning', note: '付了才能做，请患者先去付费。' },
    executed: { state: '已做', tone: 'success', note: '' },
    'not-done': { state: '没做', tone: 'neutral', note: notDoneReason ?? '' },
    cancelled: isToConfirm(line)
      ? { state: '医生取消了', tone: 'warning', note: `${cancelReason ?? ''}。请确认没有做，患者才能退费。` }
      : { state: '医生取消了', tone: 'neutral', note: cancelReason ?? '' },
    refunded: { state: '已退费', tone: 'neutral', note: '' },
  };
  return states[state];
}

const UNDO_WORDS: Readonly<Record<Desk, string>> = {
  laboratory: '标本没有采、没有做，才能撤回。',
  imaging: '检查没有做，才能撤回。',
  pharmacy: '药还在药房、没有交到患者手里，才能撤回。',
};

function rowOf(order: OrderView, line: OrderLineView, now: number): DeskRow {
  const paid = line.paid || line.feeFen === 0;
  const open = line.state === 'ordered' || line.state === 'not-done';
  return {
    ...shownState(line),
    key: `${order.orderId}-${line.lineId}`,
    orderId: order.orderId,
    lineId: line.lineId,
    itemId: line.itemId,
    name: line.quantity > 1 ? `${line.name} ×${String(line.quantity)}` : line.name,
    who: order.maskedPatientName,
    doctor: `${order.clinicName} · ${order.practitionerName}`,
    mayExecute: open && paid,
    mayRefuse: line.state === 'ordered' || isToConfirm(line),
    mayReport: line.state === 'executed' && (line.category === 'laboratory' || line.category === 'imaging'),
    mayUndo: line.undoUntil !== null && now < line.undoUntil,
    undoWords: `${UNDO_WORDS[line.desk]}撤回以后回到“等着做”，患者手机上也会变回来；付过的钱不变。`,
    doneWord: line.desk === 'pharmacy' ? '发药了' : '做好了',
  };
}

const RANK: Readonly<Record<LineState, number>> = {
  ordered: 0,
  executed: 1,
  'not-done': 2,
  cancelled: 3,
  refunded: 3,
};

const rankOf = (line: OrderLineView): number => (isToConfirm(line) ? RANK.ordered : RANK[line.state]);

/** The desk's lines of the day: what is to be done first, in the order in which it was ordered. */
export function deskRows(orders: readonly OrderView[], desk: Desk, now: number): readonly DeskRow[] {
  const lines = orders.flatMap((order) =>
    order.lines.filter((line) => line.desk === desk).map((line) => ({ order, line })),
  );
  return lines
    .sort((one, other) => rankOf(one.line) - rankOf(other.line) || one.order.placedAt - other.order.placedAt)
    .map(({ order, line }) => rowOf(order, line, now));
}

/** A file that could not be taken in. */
export interface FileRow extends Settling {
  readonly fileId: string;
  readonly title: string;
  readonly when: string;
  readonly reasons: string;
}

export const fileRow = ({ fileId, at, sourceId, reasons }: QuarantineLine, now: number): FileRow => ({
  fileId,
  title: sourceId === null ? '读不出编号的文件' : `报告 ${sourceId}`,
  when: spokenInstant(at, now),
  reasons: reasons.map(reasonText).join('；'),
  ...settlingOf(reasons),
});

/** Cultures and pictures of cells take about a week. */
const DAYS_BACK = 14;

/** The days whose orders can be looked at, today first. */
export const deskDays = (now: number) =>
  Array.from({ length: DAYS_BACK }, (_none, ago) => {
    const day = addDays(dayOf(now), -ago);
    return {
      day,
      top: nearName(day, now) || weekdayName(day),
      date: `${String(Number(day.slice(5, 7)))}/${String(Number(day.slice(8)))}`,
      level: 'many',
      levelName: '',
      label: spokenDay(day, now),
    };
  });

/** Why something was not done, to be tapped. */
export const NOT_DONE_REASONS = [
  { value: '患者没有来', title: '患者没有来' },
  { value: '患者不做了', title: '患者不做了' },
  { value: '样本不合格，要重新采', title: '样本不合格，要重新采' },
  { value: '设备或药品暂时没有', title: '设备或药品暂时没有' },
] as const;
