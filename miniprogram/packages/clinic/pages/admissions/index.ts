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
  busy: boolean;
  refusal: RefusalText | null;
};

const data: AdmissionsData = { load: LOADING, rows: [], asking: null, busy: false, refusal: null };

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

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
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
    if (admission) this.setData({ asking: { admission, to, title: TITLES[to] } });
  },

  onAskClose() {
    this.setData({ asking: null });
  },

  onBed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    typed.put(this, 'bed', event.detail.value.trim());
  },

  async onAdvance() {
    const { asking } = this.data;
    if (!asking) return;
    const { admission, to } = asking;
    const { bed } = typed.of(this);
    const answer = await runOnce(this, () =>
      advance({ admissionId: admission.admissionId, to, bed: bed === '' ? null : bed, note: null }),
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
