import type { AppointmentView } from '@core/contract/booking';
import { api } from '../../services/api';
import { cancel, CHANGED_NOTE, offerCancelling } from '../../services/appointment/cancel-page';
import { asThisPhoneKnows } from '../../services/appointment/said-paid';
import type { Cancelling } from '../../services/appointment/cancelling';
import { textOf } from '../../services/error-text';
import { followAction } from '../../services/follow-action';
import { callHospital } from '../../services/hospital-phone';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../services/load-state';
import { go } from '../../services/navigate';
import { definePage } from '../../services/page';
import type { ActionKind, RefusalText } from '../../services/refusal-texts/refusal-text';
import { createVisiblePoll } from '../../services/visible-poll';
import { anyMoving, pastCount, visitGroups, type VisitGroup } from './visits.view';

type VisitsData = {
  load: LoadState;
  appointments: readonly AppointmentView[];
  groups: readonly VisitGroup[];
  mostPast: number;
  morePast: boolean;
  cancelled: AppointmentView | null;
  cancelling: Cancelling | null;
  cancelNote: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const PAST_AT_ONCE = 10;

const data: VisitsData = {
  load: LOADING,
  appointments: [],
  groups: [],
  mostPast: PAST_AT_ONCE,
  morePast: false,
  cancelled: null,
  cancelling: null,
  cancelNote: '',
  busy: false,
  refusal: null,
};

const NO_APPOINTMENTS = emptyState({
  title: '还没有预约',
  reason: '约好的号会在这里，付费、看序号、取消都在这里办。',
  next: '',
  action: { label: '去约号', kind: 'departments' },
});

const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  tab: 2,
  data,

  onShow() {
    void this.refresh();
    poll.show(this);
  },

  onHide() {
    poll.hide(this);
  },

  onUnload() {
    poll.hide(this);
  },

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
  },

  /** While something moves by itself; what stands still is not asked about again. */
  async look() {
    if (anyMoving(this.data.appointments)) await this.refresh();
  },

  async refresh() {
    const answer = await api.booking.listAppointments({});
    if (answer.ok) this.show(answer.value.map(asThisPhoneKnows));
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(appointments: readonly AppointmentView[]) {
    const now = Date.now();
    const { mostPast } = this.data;
    this.setData({
      load: appointments.length === 0 ? NO_APPOINTMENTS : READY,
      appointments,
      groups: visitGroups(appointments, now, mostPast),
      morePast: pastCount(appointments, now) > mostPast,
    });
  },

  onMore() {
    this.setData({ mostPast: this.data.mostPast + PAST_AT_ONCE });
    this.show(this.data.appointments);
  },

  onHoldEnded() {
    void this.refresh();
  },

  onOpen(event: WechatMiniprogram.TouchEvent) {
    go('appointment', { appointmentId: event.currentTarget.dataset['id'] as string });
  },

  onPay(event: WechatMiniprogram.TouchEvent) {
    go('pay', { appointmentId: event.currentTarget.dataset['id'] as string });
  },

  onCancelAsk(event: WechatMiniprogram.TouchEvent) {
    const id = event.currentTarget.dataset['id'] as string;
    const cancelled = this.data.appointments.find(({ appointmentId }) => appointmentId === id);
    if (cancelled === undefined) return;
    this.setData({ cancelled, cancelling: offerCancelling(cancelled), cancelNote: '' });
  },

  onCancelClose() {
    if (!this.data.busy) this.setData({ cancelling: null });
  },

  async onCancel() {
    const { busy, cancelled, cancelling } = this.data;
    if (busy || cancelled === null || cancelling === null) return;
    this.setData({ busy: true });
    const outcome = await cancel(cancelled, cancelling);
    this.setData({ busy: false });
    if (outcome.kind === 'changed') {
      this.setData({ cancelling: outcome.cancelling, cancelNote: CHANGED_NOTE });
      return;
    }
    this.setData({ cancelling: null });
    if (outcome.kind === 'refused') this.setData({ refusal: textOf(outcome.refused) });
    else void wx.showToast({ title: '已取消', icon: 'success' });
    await this.refresh();
  },

  onCall() {
    void callHospital();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
