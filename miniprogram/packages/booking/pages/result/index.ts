import type { AppointmentView } from '@core/contract/booking';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go, replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { preparePlan } from '../../../../services/plan';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { askSubscribe, maySubscribe, prepareSubscribe } from '../../../../services/subscribe';
import { subscribedText } from '../../../../services/subscribe-texts';
import { calendarEvent, resultView, type ResultView } from './result.view';

type ResultData = {
  load: LoadState;
  appointmentId: string;
  view: ResultView | null;
  event: ReturnType<typeof calendarEvent> | null;
  noted: boolean;
  /** The hospital can tell by WeChat. */
  tellable: boolean;
  refusal: RefusalText | null;
};

const data: ResultData = {
  load: LOADING,
  appointmentId: '',
  view: null,
  event: null,
  noted: false,
  tellable: false,
  refusal: null,
};

/** What somebody who has booked wants to hear of. */
const KINDS = ['session-stopped', 'report-ready'] as const;

definePage({
  data,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
    void this.refresh();
    void prepareSubscribe().then(() => this.setData({ tellable: maySubscribe(KINDS) }));
  },

  async refresh() {
    const { appointmentId } = this.data;
    const answer = await api.booking.getAppointment({ appointmentId });
    if (!answer.ok) this.setData({ load: failedState(answer) });
    else if (answer.value.status === 'booked') this.show(answer.value);
    else replace('appointment', { appointmentId });
  },

  show(appointment: AppointmentView) {
    this.setData({
      load: READY,
      view: resultView(appointment, Date.now()),
      event: calendarEvent(appointment),
    });
    preparePlan();
  },

  onCalendar() {
    const { event } = this.data;
    if (event === null) return;
    wx.addPhoneCalendar({
      ...event,
      success: () => this.setData({ noted: true }),
      fail: ({ errMsg }) => {
        if (!errMsg.includes('cancel')) void wx.showToast({ title: '没能加进日历', icon: 'none' });
      },
    });
  },

  onTell() {
    // WeChat's question must be asked inside of the tap.
    void askSubscribe(KINDS).then((outcome) => this.setData({ refusal: subscribedText(outcome) }));
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onWay() {
    const { view } = this.data;
    if (view !== null) go('way', { place: view.place });
  },

  onAppointment() {
    replace('appointment', { appointmentId: this.data.appointmentId });
  },

  onHome() {
    followAction('home');
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
