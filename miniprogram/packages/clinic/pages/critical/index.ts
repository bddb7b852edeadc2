import type { CriticalLine } from '@core/contract/report';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { criticalCard, type CriticalCard } from './critical.view';

type CriticalData = {
  load: LoadState;
  cards: readonly CriticalCard[];
  busy: boolean;
  refusal: RefusalText | null;
};

const data: CriticalData = { load: LOADING, cards: [], busy: false, refusal: null };

const NONE = emptyState({
  title: '没有等您确认的危急值',
  reason: '您开的检查里有危急值，会列在这里。',
  next: '您确认以后，病人才能看到报告。',
  action: null,
});

const acknowledge = createCommand(api.report.acknowledgeCritical);

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
  },

  async refresh() {
    const answer = await api.report.listCritical({});
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(lines: readonly CriticalLine[]) {
    const cards = lines.map(criticalCard);
    setChanged<CriticalData>(this, { load: cards.length === 0 ? NONE : READY, cards });
  },

  async onAcknowledge({ currentTarget }: Tap) {
    const card = this.data.cards.find(({ reportId }) => reportId === currentTarget.dataset['id']);
    if (!card) return;
    const { reportId, version } = card;
    await runOnce(this, () => acknowledge({ reportId, version }));
    await this.refresh();
  },

  onPatient({ currentTarget }: Tap) {
    go('encounter', { appointmentId: currentTarget.dataset['id'] ?? '' });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
