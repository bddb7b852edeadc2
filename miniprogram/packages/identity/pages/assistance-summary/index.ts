import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { summaryView, type SummaryView } from './summary.view';

type SummaryData = { load: LoadState; assistanceId: string; view: SummaryView | null };

const data: SummaryData = { load: LOADING, assistanceId: '', view: null };

const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ assistanceId: query['assistanceId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  async look() {
    if (this.data.view?.gathering) await this.refresh();
  },

  async refresh() {
    const answer = await api.identity.summarizeAssistance({ assistanceId: this.data.assistanceId });
    if (answer.ok) {
      setChanged<SummaryData>(this, { load: READY, view: summaryView(answer.value, Date.now()) });
    } else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  onAll() {
    go('accesses', { about: 'acted' });
  },

  onVisits() {
    go('visits', {});
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
