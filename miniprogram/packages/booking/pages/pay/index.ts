import type { AppointmentView } from '@core/contract/booking';
import { api } from '../../../../services/api';
import { mayDo } from '../../../../services/appointment/may-do';
import {
  asThisPhoneKnows,
  forgetSaidPaid,
  rememberSaidPaid,
} from '../../../../services/appointment/said-paid';
import { createCommand } from '../../../../services/command';
import { textOf, type Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { awaitConfirmation, confirmationPorts, requestPayment } from '../../../../services/pay';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { newRequestId } from '../../../../services/request-id';
import { knownMe, me, refreshMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { outcomeNote, payView, stageOf, type PayStage, type PayView } from './pay.view';

type PayData = {
  load: LoadState;
  appointmentId: string;
  stage: PayStage;
  view: PayView | null;
  /** What became of the last try; empty before it. */
  note: string;
  /** Asking went on for a minute without an answer: the patient may ask again. */
  slow: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: PayData = {
  load: LOADING,
  appointmentId: '',
  stage: 'held',
  view: null,
  note: '',
  slow: false,
  busy: false,
  refusal: null,
};

const payAppointment = createCommand(api.billing.payAppointment);

/** Also finds what a late callback of WeChat or another phone changed. */
const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);
/** Pages that are asking WeChat already. */
const asking = new WeakSet();

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
  },

  onShow() {
    void this.askOnce();
  },

  look() {
    return this.refresh();
  },

  /** The app may have been closed in the middle of a payment: WeChat is asked whether the money came. */
  async askOnce() {
    const { appointmentId } = this.data;
    const answer = await api.billing.confirmPayment({ requestId: newRequestId(), appointmentId });
    if (answer.ok && answer.value.state === 'paid') rememberSaidPaid(appointmentId);
    if (answer.ok && answer.value.state !== 'waiting') await this.refresh();
  },

  async refresh() {
    const { appointmentId } = this.data;
    const [answer] = await Promise.all([api.booking.getAppointment({ appointmentId }), knownMe()]);
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(answered: AppointmentView) {
    const appointment = asThisPhoneKnows(answered);
    const stage = stageOf(appointment, Date.now());
    // Whoever booked may not be allowed to pay: the appointment says who is.
    const isOthers = stage === 'held' && !mayDo(me.get(), appointment.patientId).pay;
    if (stage === 'booked') this.leave('result');
    else if (isOthers) this.leave('appointment');
    else if (stage === 'over' && appointment.status !== 'pending') this.leave('appointment');
    else {
      setChanged<PayData>(this, { load: READY, view: payView(appointment, Date.now()), stage });
      if (stage === 'confirming' && !this.data.slow) void this.confirm();
    }
  },

  /** Two answers may say the same: only the first one leaves. */
  leave(to: 'result' | 'appointment') {
    if (!poll.isShown(this)) return;
    poll.hide(this);
    replace(to, { appointmentId: this.data.appointmentId });
  },

  async onPay() {
    const { busy, appointmentId, view } = this.data;
    if (busy || view === null) return;
    this.setData({ busy: true, note: '' });
    const order = await payAppointment({ appointmentId });
    if (!order.ok) {
      this.setData({ busy: false });
      await this.refuse(order);
      return;
    }
    const outcome = await requestPayment(order.value.payment);
    this.setData({ busy: false, note: outcomeNote(outcome, view.expiresAt) });
    if (outcome === 'done') {
      rememberSaidPaid(appointmentId);
      this.setData({ stage: 'confirming' });
      await this.confirm();
    } else await this.refresh();
  },

  /** Asks until WeChat has decided; the page only shows what the server then says. */
  async confirm() {
    if (asking.has(this)) return;
    asking.add(this);
    this.setData({ slow: false });
    const { appointmentId } = this.data;
    const state = await awaitConfirmation(confirmationPorts(appointmentId, () => poll.isShown(this)));
    if (poll.isShown(this)) {
      if (state === 'confirming') this.setData({ slow: true });
      // Paid: the seat follows within a moment, and until then paying must not be offered again.
      if (state === 'closed') forgetSaidPaid(appointmentId);
      await this.refresh();
    }
    asking.delete(this);
  },

  async refuse(refused: Refused) {
    // The consent may have been taken back or narrowed since the page opened.
    if (refused.error === 'NOT_FOUND') {
      await refreshMe();
      await this.refresh();
      return;
    }
    this.setData({ refusal: textOf(refused) });
    if (refused.error === 'ALREADY_PAID' || refused.error === 'HOLD_ENDED') void this.refresh();
  },

  onHoldEnded() {
    void this.refresh();
  },

  onAskAgain() {
    void this.confirm();
  },

  onAppointment() {
    this.leave('appointment');
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    const failedToLoad = this.data.load.state !== 'ready';
    const { appointmentId } = this.data;
    this.setData({ refusal: null });
    followAction(event.detail.kind, {
      appointmentId,
      patientId: this.data.view?.patientId ?? null,
      retry: () => void (failedToLoad ? this.refresh() : this.onPay()),
    });
  },

  onOver() {
    followAction('departments');
  },
});
