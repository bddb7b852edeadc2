import type { AdmissionView } from '@core/contract/clinic-views';
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
import { setChanged } from '../../../../services/set-changed';
import { typedFields } from '../../../../services/typed-fields';
import { admissionRow, type AdmissionRow } from '../../admission-words';

type Step = 'bed-waiting' | 'admitted' | 'cancelled';

type AdmissionsData = {
  load: LoadState;
  rows: readonly AdmissionRow[];
  asking: { readonly admission: AdmissionRow; readonly to: Step; readonly title: string } | null;
  reasons: readonly { readonly value: string; readonly title: string }[];
  /** Why it is cancelled; empty until chosen. */
  reason: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const REASONS = ['病人不住了', '病情好转，不用住院', '改到别的病区或医院', '登记错了'].map((title) => ({
  value: title,
  title,
}));

const data: AdmissionsData = {
  load: LOADING,
  rows: [],
  asking: null,
  reasons: REASONS,
  reason: '',
  busy: false,
  refusal: null,
};

const NONE = emptyState({
  title: '没有住院登记',
  reason: '登记了要住院的病人会列在这里。',
  next: '医生可以在“看诊”里登记住院。',
  action: null,
});

const TITLES: Readonly<Record<Step, string>> = {
  'bed-waiting': '排上等床位？',
  admitted: '给哪张床？',
  cancelled: '取消这份登记？',
};

const advance = createCommand(api.clinic.advanceAdmission);
const typed = typedFields({ bed: '' });

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  onUnload() {
    typed.forget(this);
  },

  async refresh() {
    const answer = await api.clinic.listAdmissions({});
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(admissions: readonly AdmissionView[]) {
    const rows = admissions.map((admission) => admissionRow(admission, Date.now()));
    setChanged<AdmissionsData>(this, { load: rows.length === 0 ? NONE : READY, rows });
  },

  onAsk({ currentTarget: { dataset } }: Tap) {
    const admission = this.data.rows.find(({ admissionId }) => admissionId === dataset['id']);
    const to = dataset['to'] as Step;
    typed.put(this, 'bed', '');
    if (admission) this.setData({ asking: { admission, to, title: TITLES[to] }, reason: '' });
  },

  onAskClose() {
    this.setData({ asking: null });
  },

  onBed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    typed.put(this, 'bed', event.detail.value.trim());
  },

  onReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ reason: event.detail.value });
  },

  async onAdvance() {
    const { asking, reason } = this.data;
    if (!asking) return;
    const { admission, to } = asking;
    const { bed } = typed.of(this);
    const answer = await runOnce(this, () =>
      advance({
        admissionId: admission.admissionId,
        to,
        bed: bed === '' ? null : bed,
        note: to === 'cancelled' ? reason : null,
      }),
    );
    if (answer) this.setData({ asking: null });
    await this.refresh();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
