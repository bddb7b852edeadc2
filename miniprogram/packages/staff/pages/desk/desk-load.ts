import { dayOf, type CalendarDay } from '@core/domain/calendar-day';
import type { Desk } from '@core/domain/clinic/order';
import { api } from '../../../../services/api';
import { spokenDay } from '../../../../services/dates';
import { emptyState, failedState, READY, type LoadState } from '../../../../services/load-state';
import { deskRows, fileRow, type DeskRow, type FileRow } from './desk.view';

export interface DeskContents {
  readonly load: LoadState;
  readonly rows: readonly DeskRow[];
  readonly files: readonly FileRow[];
}

export const NO_DESK: LoadState = {
  state: 'refused',
  text: {
    title: '这一页给执行台用',
    reason: '您的微信还没有开通检验台、检查台或药房。',
    next: '请管理员给您一个开通码，在“我的”里输入。',
    action: { label: '回首页', kind: 'home' },
  },
};

const nothingOn = (day: CalendarDay, now: number): LoadState =>
  emptyState({
    title: day === dayOf(now) ? '今天还没有单子' : `${spokenDay(day, now)} 没有单子`,
    reason: '医生那天开的、归这个台的项目会在这里。',
    next: '下拉可以再看一次；别的日子在上面选。',
    action: { label: '再看一次', kind: 'retry' },
  });

async function filesOf(desk: Desk, now: number): Promise<readonly FileRow[]> {
  if (desk === 'pharmacy') return [];
  const answer = await api.report.listQuarantine({ desk });
  return answer.ok ? answer.value.map((line) => fileRow(line, now)) : [];
}

/** A desk's work of one day, and the files that could not be taken in. */
export async function loadDesk(desk: Desk, day: CalendarDay, now: number): Promise<DeskContents> {
  const [answer, files] = await Promise.all([api.clinic.listDeskOrders({ desk, day }), filesOf(desk, now)]);
  if (!answer.ok) return { load: failedState(answer), rows: [], files };
  const rows = deskRows(answer.value, desk, now);
  return { load: rows.length > 0 ? READY : nothingOn(day, now), rows, files };
}
