import { dayOf, type CalendarDay } from '@core/domain/calendar-day';
import type { Desk } from '@core/domain/clinic/order';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { refreshMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { submittedText } from '../../submitted-words';
import { loadDesk, NO_DESK } from './desk-load';
import {
  deskChoices,
  deskDays,
  desksOf,
  NOT_DONE_REASONS,
  type DeskChoice,
  type DeskRow,
  type FileRow,
} from './desk.view';

type DeskData = {
  load: LoadState;
  desk: Desk | '';
  desks: readonly DeskChoice[];
  days: ReturnType<typeof deskDays>;
  /** The day on which the orders were made. */
  day: CalendarDay | '';
  rows: readonly DeskRow[];
  files: readonly FileRow[];
  /** The row whose "not done" is being told. */
  refused: DeskRow | null;
  reasons: typeof NOT_DONE_REASONS;
  reason: string;
  /** The row whose "done" is about to be taken back. */
  undoing: DeskRow | null;
  /** The file that is about to leave the list. */
  leaving: FileRow | null;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: DeskData = {
  load: LOADING,
  desk: '',
  desks: [],
  days: [],
  day: '',
  rows: [],
  files: [],
  refused: null,
  reasons: NOT_DONE_REASONS,
  reason: NOT_DONE_REASONS[0].value,
  undoing: null,
  leaving: null,
  busy: false,
  refusal: null,
};

const markExecuted = createCommand(api.clinic.markExecuted);
const undoExecuted = createCommand(api.clinic.undoExecuted);
const markNotDone = createCommand(api.clinic.markNotDone);
const retryQuarantined = createCommand(api.report.retryQuarantined);
const dismissQuarantined = createCommand(api.report.dismissQuarantined);

const rowIn = (rows: readonly DeskRow[], event: WechatMiniprogram.TouchEvent): DeskRow | null =>
  rows.find(({ key }) => key === event.currentTarget.dataset['key']) ?? null;

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const known = await refreshMe();
    if (!known.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(known)) });
      return;
    }
    const desks = desksOf(known.value);
    const desk = desks.find((one) => one === this.data.desk) ?? desks[0];
    if (desk === undefined) {
      this.setData({ load: NO_DESK, desks: [] });
      return;
    }
    const now = Date.now();
    const days = deskDays(now);
    // Left open over midnight, a page that showed today goes on to show today.
    const wasToday = this.data.day === (this.data.days[0]?.day ?? '');
    const day = wasToday ? dayOf(now) : (this.data.day as CalendarDay);
    setChanged<DeskData>(this, { desk, desks: deskChoices(desks, desk), days, day });
    const { load, rows, files } = await loadDesk(desk, day, now);
    // Meanwhile another day or desk may have been chosen.
    if (day !== this.data.day || desk !== this.data.desk) return;
    setChanged<DeskData>(this, { load: afterRefresh(this.data.load, load), rows, files });
  },

  onDesk(event: WechatMiniprogram.TouchEvent) {
    this.setData({ desk: event.currentTarget.dataset['desk'] as Desk, load: LOADING });
    void this.refresh();
  },

  onDay(event: WechatMiniprogram.CustomEvent<{ day: CalendarDay }>) {
    this.setData({ day: event.detail.day, rows: [], load: LOADING });
    void this.refresh();
  },

  async onExecute(event: WechatMiniprogram.TouchEvent) {
    const row = rowIn(this.data.rows, event);
    if (row === null) return;
    const { orderId, lineId } = row;
    await runOnce(this, () => markExecuted({ orderId, lineId }));
    await this.refresh();
  },

  onRefuseAsk(event: WechatMiniprogram.TouchEvent) {
    this.setData({ refused: rowIn(this.data.rows, event), reason: NOT_DONE_REASONS[0].value });
  },

  onRefuseClose() {
    this.setData({ refused: null });
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: event.detail.value });
  },

  async onRefuse() {
    const { refused, reason } = this.data;
    if (refused === null) return;
    const { orderId, lineId } = refused;
    await runOnce(this, () => markNotDone({ orderId, lineId, reason }));
    this.setData({ refused: null });
    await this.refresh();
  },

  onUndoAsk(event: WechatMiniprogram.TouchEvent) {
    this.setData({ undoing: rowIn(this.data.rows, event) });
  },

  onUndoClose() {
    this.setData({ undoing: null });
  },

  async onUndo() {
    const { undoing } = this.data;
    if (undoing === null) return;
    const { orderId, lineId } = undoing;
    await runOnce(this, () => undoExecuted({ orderId, lineId }));
    this.setData({ undoing: null });
    await this.refresh();
  },

  onReport(event: WechatMiniprogram.TouchEvent) {
    const row = rowIn(this.data.rows, event);
    const { desk } = this.data;
    if (row === null || desk === '' || desk === 'pharmacy') return;
    const { orderId, lineId, itemId, name } = row;
    go('deskReport', { desk, orderId, lineId, itemId, name });
  },

  onFile() {
    const { desk } = this.data;
    if (desk === 'laboratory' || desk === 'imaging') go('deskFile', { desk });
  },

  onTable() {
    go('laboratory', {});
  },

  async onRetry(event: WechatMiniprogram.TouchEvent) {
    const fileId = event.currentTarget.dataset['id'] as string;
    const answer = await runOnce(this, () => retryQuarantined({ fileId }));
    if (answer !== null) this.setData({ refusal: submittedText(answer.value) });
    await this.refresh();
  },

  onLeave(event: WechatMiniprogram.TouchEvent) {
    const fileId = event.currentTarget.dataset['id'] as string;
    this.setData({ leaving: this.data.files.find((file) => file.fileId === fileId) ?? null });
  },

  onLeaveClose() {
    this.setData({ leaving: null });
  },

  async onDismiss() {
    const { leaving } = this.data;
    if (leaving === null) return;
    await runOnce(this, () => dismissQuarantined({ fileId: leaving.fileId }));
    this.setData({ leaving: null });
    await this.refresh();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
