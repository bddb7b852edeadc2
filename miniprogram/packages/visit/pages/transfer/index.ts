import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { emptyState, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { REASONS, targetChoices } from './transfer.view';

type TransferData = {
  load: LoadState;
  appointmentId: string;
  targets: ReturnType<typeof targetChoices>;
  reasons: typeof REASONS;
  sessionId: string;
  reason: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: TransferData = {
  load: LOADING,
  appointmentId: '',
  targets: [],
  reasons: REASONS,
  sessionId: '',
  reason: '',
  busy: false,
  refusal: null,
};

const NOWHERE = emptyState({
  title: '今天没有能转去的诊室',
  reason: '别的门诊今天都已结束，或者不看这样的病人。',
  next: '请病人另约一天，或到窗口处理。',
  action: { label: '回去', kind: 'back' },
});

const transferPatient = createCommand(api.visit.transferPatient);

definePage({
  data,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
    void this.refresh();
  },

  async refresh() {
    const answer = await api.visit.listTransferTargets({ appointmentId: this.data.appointmentId });
    if (!answer.ok) {
      this.setData({ load: failedState(answer) });
      return;
    }
    const targets = targetChoices(answer.value);
    this.setData({ targets, load: targets.length === 0 ? NOWHERE : READY });
  },

  onTarget(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ sessionId: event.detail.value });
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: event.detail.value });
  },

  async onTransfer() {
    const { appointmentId, sessionId, reason } = this.data;
    if (sessionId === '' || reason === '') return;
    const done = await runOnce(this, () => transferPatient({ appointmentId, sessionId, reason }));
    if (done === null) return;
    void wx.showToast({ title: '转好了', icon: 'success' });
    replace('clinic', {});
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
