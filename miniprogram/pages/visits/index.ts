import type { AppointmentView } from '@core/contract/booking';
import type { Me } from '@core/contract/identity';
import { api } from '../../services/api';
import {
  CLOSED_SHEET,
  closeSheet,
  confirmSheet,
  openSheet,
  type CancelSheet,
} from '../../services/appointment/cancel-sheet';
import { mayDo } from '../../services/appointment/may-do';
import { asThisPhoneKnows } from '../../services/appointment/said-paid';
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
import type { ActionKind } from '../../services/refusal-texts/refusal-text';
import { knownMe, me } from '../../services/session';
import { setChanged } from '../../services/set-changed';
import { createVisiblePoll } from '../../services/visible-poll';
import { anyMoving, pastCount, visitGroups, type VisitGroup } from './visits.view';

type VisitsData = CancelSheet & {
  load: LoadState;
  appointments: readonly AppointmentView[];
  groups: readonly VisitGroup[];
  mostPast: number;
  morePast: boolean;
  cancelled: AppointmentView | null;
};

const PAST_AT_ONCE = 10;

const data: VisitsData = {
  ...CLOSED_SHEET,
  load: LOADING,
  appointments: [],
  groups: [],
  mostPast: PAST_AT_ONCE,
  morePast: false,
  cancelled: null,
};

const NO_APPOINTMENTS = emptyState({
  title: '还没有预约',
  reason: '约好的号会在这里，付费、看序号、取消都在这里办。',
  next: '',
  action: { label: '去挂号', kind: 'departments' },
});

const NOT_AGREED = emptyState({
  title: '看不到预约',
  reason: '您正在帮助的患者没有同意您帮忙挂号。',
  next: '',
  action: { label: '去首页', kind: 'home' },
});

const nothingYet = (known: Me | null): LoadState =>
  known?.acting && !known.acting.purposes.includes('book') ? NOT_AGREED : NO_APPOINTMENTS;

const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  tab: 2,
  data,
  poll,

  onShow() {
    void this.refresh();
  },

  /** While something moves by itself; what stands still is not asked about again. */
  async look() {
    if (anyMoving(this.data.appointments)) await this.refresh();
  },

  async refresh() {
    const [answer] = await Promise.all([api.booking.listAppointments({}), knownMe()]);
    if (answer.ok) this.show(answer.value.map(asThisPhoneKnows));
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(appointments: readonly AppointmentView[]) {
    const now = Date.now();
    const { mostPast } = this.data;
    const known = me.get();
    setChanged<VisitsData>(this, {
      load: appointments.length === 0 ? nothingYet(known) : READY,
      appointments,
      groups: visitGroups(appointments, now, mostPast, (patientId) => mayDo(known, patientId)),
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
    this.setData({ cancelled });
    openSheet(this, cancelled);
  },

  onCancelClose() {
    closeSheet(this);
  },

  async onCancel() {
    const cancelled = await confirmSheet(this, this.data.cancelled);
    if (cancelled === null) return;
    if (cancelled !== 'refused') void wx.showToast({ title: '已取消', icon: 'success' });
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
