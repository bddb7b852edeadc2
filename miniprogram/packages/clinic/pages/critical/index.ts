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
import { askSubscribe, maySubscribe, prepareSubscribe } from '../../../../services/subscribe';
import { subscribedText } from '../../../../services/subscribe-texts';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { criticalCard, type CriticalCard } from './critical.view';

type CriticalData = {
  load: LoadState;
  cards: readonly CriticalCard[];
  /** The hospital can tell of the next one by WeChat, and was not asked to yet. */
  tellable: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: CriticalData = { load: LOADING, cards: [], tellable: false, busy: false, refusal: null };

const REPORTED = ['critical-reported'] as const;
const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

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
  poll,

  onLoad() {
    void prepareSubscribe().then(() => this.setData({ tellable: maySubscribe(REPORTED) }));
  },

  async look() {
    if (!this.data.busy) await this.refresh();
  },

  async refresh() {
    const answer = await api.report.listCritical({});
    if (answer.ok) this.show(answer.value);
    else setChanged<CriticalData>(this, { load: afterRefresh(this.data.load, failedState(answer)) });
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

  /** A phone that is put away can tell of the next one only through WeChat, once for each yes. */
  onTell() {
    // WeChat's question must be asked inside of the tap.
    void askSubscribe(REPORTED).then((outcome) =>
      this.setData({ refusal: subscribedText(outcome), tellable: outcome !== 'accepted' }),
    );
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
