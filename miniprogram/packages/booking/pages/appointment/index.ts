import type { AppointmentView } from '@core/contract/booking';
import {
  CLOSED_SHEET,
  closeSheet,
  confirmSheet,
  openSheet,
  type CancelSheet,
} from '../../../../services/appointment/cancel-sheet';
import { mayDo } from '../../../../services/appointment/may-do';
import { asThisPhoneKnows } from '../../../../services/appointment/said-paid';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { callHospital } from '../../../../services/hospital-phone';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { preparePlan } from '../../../../services/plan';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { knownMe, me } from '../../../../services/session';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { detailView, type DetailView } from './appointment.view';

type DetailData = CancelSheet & {
  load: LoadState;
  appointmentId: string;
  appointment: AppointmentView | null;
  view: DetailView | null;
};

const data: DetailData = {
  ...CLOSED_SHEET,
  load: LOADING,
  appointmentId: '',
  appointment: null,
  view: null,
};

const LOOK_EVERY_MS = 4_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  /** While something moves by itself; what stands still is not asked about again. */
  async look() {
    if (this.data.view?.moving) await this.refresh();
  },

  async refresh() {
    const { appointmentId } = this.data;
    const [answer] = await Promise.all([api.booking.getAppointment({ appointmentId }), knownMe()]);
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(answered: AppointmentView) {
    const appointment = asThisPhoneKnows(answered);
    setChanged<DetailData>(this, {
      load: READY,
      appointment,
      view: detailView(appointment, Date.now(), mayDo(me.get(), appointment.patientId)),
    });
    // The way there is wanted later, perhaps in a lift without a network.
    if (this.data.view?.wayButton) preparePlan();
  },

  onHoldEnded() {
    void this.refresh();
  },

  onPay() {
    go('pay', { appointmentId: this.data.appointmentId });
  },

  /** On the day: the gate and check-in first, then the queue, then what the doctor ordered. */
  onVisit() {
    const { appointment } = this.data;
    if (appointment === null) return;
    const { appointmentId, patientId, attendance } = appointment;
    if (attendance === null) go('pass', { patientId });
    else if (attendance === 'arrived') go('queue', { appointmentId });
    else go('tasks', { patientId });
  },

  onCancelAsk() {
    const { appointment } = this.data;
    if (appointment !== null) openSheet(this, appointment);
  },

  onCancelClose() {
    closeSheet(this);
  },

  async onCancel() {
    const cancelled = await confirmSheet(this, this.data.appointment);
    if (cancelled === null) return;
    if (cancelled === 'refused') {
      await this.refresh();
      return;
    }
    this.show(cancelled);
    // The button lies below what it changed.
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onWay() {
    const { appointment } = this.data;
    if (appointment !== null) go('way', { place: appointment.place });
  },

  onDoctor() {
    const { appointment } = this.data;
    if (appointment !== null) go('doctor', { practitionerId: appointment.practitionerId });
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
