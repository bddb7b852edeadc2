import type { VisitView } from '@core/contract/visit-views';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { queueView, type QueueView } from './queue.view';

type QueueData = {
  load: LoadState;
  appointmentId: string;
  patientId: string;
  view: QueueView | null;
  /** The last look failed: what is shown may be old. */
  stale: boolean;
};

const data: QueueData = { load: LOADING, appointmentId: '', patientId: '', view: null, stale: false };

const LOOK_EVERY_MS = 3_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
  },

  onShow() {
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

  async look() {
    if (this.data.view?.still !== true) await this.refresh();
  },

  async refresh() {
    const answer = await api.visit.getVisit({ appointmentId: this.data.appointmentId });
    if (answer.ok) this.show(answer.value);
    else
      setChanged<QueueData>(this, { load: afterRefresh(this.data.load, failedState(answer)), stale: true });
  },

  show(visit: VisitView) {
    const before = this.data.view?.state;
    const view = queueView(visit);
    setChanged<QueueData>(this, { load: READY, patientId: visit.patientId, view, stale: false });
    // A phone in the pocket is felt.
    if (visit.state === 'called' && before !== undefined && before !== view.state) void wx.vibrateLong();
  },

  onButton() {
    const { view, patientId } = this.data;
    if (view?.button?.action === 'way') go('way', { place: view.place });
    if (view?.button?.action === 'check-in') go('checkIn', { patientId });
    if (view?.button?.action === 'tasks') go('tasks', { patientId });
    if (view?.button?.action === 'pass') go('pass', { patientId });
  },

  onTasks() {
    go('tasks', { patientId: this.data.patientId });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
