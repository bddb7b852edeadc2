import type { AffectedVisit, StopView } from '@core/contract/clinic-views';
import { addFen, formatFen, ZERO_FEN } from '@core/domain/money';
import { shortRange, shortTime, spokenDay, spokenInstant } from '../../services/dates';

/** Somebody whom a stop hits. */
export interface AffectedRow {
  readonly appointmentId: string;
  readonly text: string;
  readonly state: string;
  readonly tone: 'warning' | 'info' | 'success' | 'neutral';
  /** What somebody of the hospital still has to do for this patient; empty mostly. */
  readonly todo: string;
}

const PROGRESS: Readonly<Record<AffectedVisit['progress'], Pick<AffectedRow, 'state' | 'tone'>>> = {
  waiting: { state: '还没处理', tone: 'neutral' },
  told: { state: '已通知', tone: 'success' },
  refunding: { state: '已通知，正在退费', tone: 'info' },
  refunded: { state: '已通知，已退费', tone: 'success' },
  owed: { state: '已通知，现金在窗口领', tone: 'warning' },
};

const MONEY: Readonly<Record<AffectedVisit['progress'], string>> = {
  waiting: '',
  told: '',
  refunding: '正在退费',
  refunded: '已退费',
  owed: '现金在窗口领',
};

function progressOf({ progress, unreached }: AffectedVisit): Omit<AffectedRow, 'appointmentId' | 'text'> {
  if (!unreached || progress === 'waiting') return { ...PROGRESS[progress], todo: '' };
  const state = ['没通知到', MONEY[progress]].filter((part) => part !== '').join('，');
  return { state, tone: 'warning', todo: '手机上没有绑卡，收不到消息：请打电话告诉病人或家属。' };
}

export const affectedRow = (visit: AffectedVisit): AffectedRow => ({
  appointmentId: visit.appointmentId,
  text: `${String(visit.queueNumber)} 号 ${visit.maskedPatientName} ${shortTime(visit.start)}`,
  ...progressOf(visit),
});

/** 13 位病人，会退 ¥78.00 */
export function affectedSum(affected: readonly AffectedVisit[]): string {
  if (affected.length === 0) return '没有病人受影响。';
  const paid = addFen(...affected.map(({ paidFen }) => paidFen));
  const people = `${String(affected.length)} 位病人受影响`;
  return paid === ZERO_FEN ? `${people}，没有付过费。` : `${people}，一共退 ${formatFen(paid)}。`;
}

/** A request in words. */
export interface StopRow {
  readonly stopId: string;
  readonly title: string;
  readonly line: string;
  readonly reason: string;
  readonly state: string;
  readonly tone: 'warning' | 'info' | 'success' | 'neutral';
  readonly sum: string;
  readonly note: string;
  readonly asked: string;
  readonly affected: readonly AffectedRow[];
  readonly waits: boolean;
}

const HALF_DAYS = { am: '上午', pm: '下午' } as const;

const STATE: Readonly<Record<StopView['state'], Pick<StopRow, 'state' | 'tone'>>> = {
  requested: { state: '等管理员同意', tone: 'warning' },
  running: { state: '正在通知和退费', tone: 'info' },
  done: { state: '都通知了', tone: 'success' },
  declined: { state: '没有同意', tone: 'neutral' },
  withdrawn: { state: '已撤回', tone: 'neutral' },
};

export function stopRow(stop: StopView, now: number): StopRow {
  const hits = stop.state === 'declined' || stop.state === 'withdrawn' ? [] : stop.affected;
  return {
    stopId: stop.stopId,
    title: `${stop.practitionerName} ${spokenDay(stop.day, now)} ${HALF_DAYS[stop.halfDay]}`,
    line: `${stop.clinicName} ${shortRange(stop.start, stop.end)}`,
    reason: stop.reason,
    ...STATE[stop.state],
    sum: hits.length === 0 && stop.state !== 'requested' ? '' : affectedSum(stop.affected),
    note: stop.note ?? '',
    asked: `${spokenInstant(stop.requestedAt, now)} 提出`,
    affected: hits.map(affectedRow),
    waits: stop.state === 'requested',
  };
}
