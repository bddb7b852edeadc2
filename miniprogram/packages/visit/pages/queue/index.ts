import type { VisitView } from '@core/contract/visit-views';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { askSubscribe, maySubscribe, prepareSubscribe } from '../../../../services/subscribe';
import { subscribedText } from '../../../../services/subscribe-texts';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { queueView, type QueueView } from './queue.view';

type QueueData = {
  load: LoadState;
  appointmentId: string;
  patientId: string;
  view: QueueView | null;
  /** The hospital can tell of the call by WeChat, and was not asked to yet. */
  tellable: boolean;
  refusal: RefusalText | null;
};

const data: QueueData = {
  load: LOADING,
  appointmentId: '',
  patientId: '',
  view: null,
  tellable: false,
  refusal: null,
};

const CALLED = ['called-to-room'] as const;
const LOOK_EVERY_MS = 3_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
    void prepareSubscribe().then(() => this.setData({ tellable: maySubscribe(CALLED) }));
  },

  async look() {
    if (this.data.view?.still !== true) await this.refresh();
  },

  async refresh() {
    const answer = await api.visit.getVisit({ appointmentId: this.data.appointmentId });
    if (answer.ok) this.show(answer.value);
    else setChanged<QueueData>(this, { load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(visit: VisitView) {
    const before = this.data.view?.state;
    const view = queueView(visit);
    setChanged<QueueData>(this, { load: READY, patientId: visit.patientId, view });
    // The one yes is used up: it can be given again for the next call.
    if (visit.state === 'called') this.setData({ tellable: maySubscribe(CALLED) });
    // A phone in the pocket is felt.
    const matters = visit.state === 'called' || visit.standing === 'stopped';
    if (matters && before !== undefined && before !== view.state) void wx.vibrateLong();
  },

  onButton() {
    const { view, patientId } = this.data;
    if (view?.button?.action === 'way') go('way', { place: view.place });
    if (view?.button?.action === 'check-in') go('checkIn', { patientId });
    if (view?.button?.action === 'tasks') go('tasks', { patientId });
    if (view?.button?.action === 'appointment') go('appointment', { appointmentId: this.data.appointmentId });
    if (view?.button?.action === 'pass') go('pass', { patientId });
  },

  /** A phone that is put away can tell of the call only through WeChat, once for each yes. */
  onTell() {
    // WeChat's question must be asked inside of the tap.
    void askSubscribe(CALLED).then((outcome) =>
      this.setData({ refusal: subscribedText(outcome), tellable: outcome !== 'accepted' }),
    );
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onTasks() {
    go('tasks', { patientId: this.data.patientId });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
