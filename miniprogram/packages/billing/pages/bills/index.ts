import type { BillSummary } from '@core/contract/billing';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { patientsOf } from '../../../../services/identity-step';
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
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { scanAndGo } from '../../../../services/scan';
import { refreshMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { billGroups, type BillGroup } from './bills.view';

type BillsData = { load: LoadState; groups: readonly BillGroup[] };

const data: BillsData = { load: LOADING, groups: [] };

const NO_BILLS = emptyState({
  title: '没有要付的费用',
  reason: '医生开了检查、化验或药以后，费用会在这里。',
  next: '在诊室里，也可以直接扫医生屏幕上的付款码。',
  action: { label: '扫付款码', kind: 'retry' },
});

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
    const known = await refreshMe();
    if (!known.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(known)) });
      return;
    }
    const people = patientsOf(known.value);
    const answers = await Promise.all(people.map(({ patientId }) => api.billing.listBills({ patientId })));
    // Whose consent does not cover money is left out; any other failure is said.
    const [failed] = answers.flatMap((answer) =>
      answer.ok || answer.error === 'NOT_FOUND' ? [] : [answer],
    );
    if (failed) this.setData({ load: afterRefresh(this.data.load, failedState(failed)) });
    else this.show(answers.flatMap((answer) => (answer.ok ? answer.value : [])));
  },

  show(bills: readonly BillSummary[]) {
    const groups = billGroups(bills, Date.now());
    setChanged<BillsData>(this, { load: groups.length === 0 ? NO_BILLS : READY, groups });
  },

  onOpen(event: WechatMiniprogram.TouchEvent) {
    go('bill', { billId: event.currentTarget.dataset['id'] as string });
  },

  onScan() {
    void scanAndGo();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    if (this.data.load.state === 'empty') void scanAndGo();
    else followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
