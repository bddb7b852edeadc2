import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { affectedRow, affectedSum, type AffectedRow } from '../../stop-words';

type StopData = {
  load: LoadState;
  sessionId: string;
  sum: string;
  affected: readonly AffectedRow[];
  reasons: readonly { readonly value: string; readonly title: string }[];
  reason: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const REASONS = ['生病', '抢救或急诊手术', '出差、会议', '家里有急事'].map((title) => ({
  value: title,
  title,
}));

const data: StopData = {
  load: LOADING,
  sessionId: '',
  sum: '',
  affected: [],
  reasons: REASONS,
  reason: '',
  busy: false,
  refusal: null,
};

const requestStop = createCommand(api.clinic.requestStop);

definePage({
  data,

  onLoad(query) {
    this.setData({ sessionId: query['sessionId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.clinic.previewStop({ sessionId: this.data.sessionId });
    if (answer.ok) {
      const affected = answer.value.map(affectedRow);
      this.setData({ load: READY, affected, sum: affectedSum(answer.value) });
    } else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: event.detail.value });
  },

  async onRequest() {
    const { sessionId, reason } = this.data;
    if (reason === '') return;
    const answer = await runOnce(this, () => requestStop({ sessionId, reason }));
    if (answer) replace('stops', {});
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
