import type { AppointmentView } from '@core/contract/booking';
import { cancel, CHANGED_NOTE, offerCancelling } from '../../../../services/appointment/cancel-page';
import type { Cancelling } from '../../../../services/appointment/cancelling';
import { asThisPhoneKnows } from '../../../../services/appointment/said-paid';
import { api } from '../../../../services/api';
import { textOf } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { callHospital } from '../../../../services/hospital-phone';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { detailView, type DetailView } from './appointment.view';

type DetailData = {
  load: LoadState;
  appointmentId: string;
  appointment: AppointmentView | null;
  view: DetailView | null;
  cancelling: Cancelling | null;
  cancelNote: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: DetailData = {
  load: LOADING,
  appointmentId: '',
  appointment: null,
  view: null,
  cancelling: null,
  cancelNote: '',
  busy: false,
  refusal: null,
};

const LOOK_EVERY_MS = 4_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
  },

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
    if (this.data.view?.moving) await this.refresh();
  },

  async refresh() {
    const answer = await api.booking.getAppointment({ appointmentId: this.data.appointmentId });
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(answered: AppointmentView) {
    const appointment = asThisPhoneKnows(answered);
    this.setData({ load: READY, appointment, view: detailView(appointment, Date.now()) });
  },

  onHoldEnded() {
    void this.refresh();
  },

  onPay() {
    go('pay', { appointmentId: this.data.appointmentId });
  },

  onCancelAsk() {
    const { appointment } = this.data;
    if (appointment === null) return;
    this.setData({ cancelling: offerCancelling(appointment), cancelNote: '' });
  },

  onCancelClose() {
    if (!this.data.busy) this.setData({ cancelling: null });
  },

  async onCancel() {
    const { busy, appointment, cancelling } = this.data;
    if (busy || appointment === null || cancelling === null) return;
    this.setData({ busy: true });
    const outcome = await cancel(appointment, cancelling);
    this.setData({ busy: false });
    if (outcome.kind === 'changed') {
      this.setData({ cancelling: outcome.cancelling, cancelNote: CHANGED_NOTE });
      return;
    }
    this.setData({ cancelling: null });
    if (outcome.kind === 'cancelled') {
      this.show(outcome.appointment);
      // The button lies below what it changed.
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    } else {
      this.setData({ refusal: textOf(outcome.refused) });
      await this.refresh();
    }
  },

  onCall() {
    void callHospital();
  },

  onBookAgain() {
    const { appointment } = this.data;
    if (appointment !== null) go('doctors', { clinicId: appointment.clinicId });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
