import type { StopView } from '@core/contract/clinic-views';
import type { Me } from '@core/contract/identity';
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
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { knownMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { stopRow, type StopRow } from '../../stop-words';

type StopsData = {
  load: LoadState;
  rows: readonly StopRow[];
  /** Only an administrator decides, and only the server says who is one. */
  decides: boolean;
  asking: { readonly stop: StopRow; readonly decision: 'approve' | 'decline' } | null;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: StopsData = { load: LOADING, rows: [], decides: false, asking: null, busy: false, refusal: null };

const NONE = emptyState({
  title: '没有停诊申请',
  reason: '医生提出的停诊会列在这里。',
  next: '要停诊，请在“我的门诊”里选那半天。',
  action: null,
});

const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);
const decideStop = createCommand(api.clinic.decideStop);
const withdrawStop = createCommand(api.clinic.withdrawStop);

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

definePage({
  data,
  poll,

  /** Which buttons there are follows from who looks. */
  async look() {
    const [known, stops] = await Promise.all([knownMe(), api.clinic.listStops({})]);
    if (known.ok && stops.ok) this.show(stops.value, known.value);
    const failed = stops.ok ? known : stops;
    if (!failed.ok) setChanged<StopsData>(this, { load: afterRefresh(this.data.load, failedState(failed)) });
  },

  show(stops: readonly StopView[], { roles }: Me) {
    const rows = stops.map((stop) => stopRow(stop, Date.now()));
    const decides = roles.some(({ role }) => role === 'administrator');
    setChanged<StopsData>(this, { load: rows.length === 0 ? NONE : READY, rows, decides });
  },

  onAsk({ currentTarget: { dataset } }: Tap) {
    const stop = this.data.rows.find(({ stopId }) => stopId === dataset['id']);
    if (stop) this.setData({ asking: { stop, decision: dataset['decision'] as 'approve' | 'decline' } });
  },

  onAskClose() {
    this.setData({ asking: null });
  },

  async onDecide() {
    const { asking } = this.data;
    if (!asking) return;
    const { decision, stop } = asking;
    const note = decision === 'decline' ? '请按时出诊，或先找同事替班' : null;
    await runOnce(this, () => decideStop({ stopId: stop.stopId, decision, note }));
    this.setData({ asking: null });
    await this.look();
  },

  async onWithdraw({ currentTarget }: Tap) {
    const stopId = currentTarget.dataset['id'] ?? '';
    await runOnce(this, () => withdrawStop({ stopId }));
    await this.look();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.look() });
  },
});
