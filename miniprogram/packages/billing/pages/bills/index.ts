import type { BillSummary } from '@core/contract/billing';
import { api } from '../../../../services/api';
import { forgetSaidPaid, isSaidPaid, rememberSaidPaid } from '../../../../services/appointment/said-paid';
import { unfinishedNote } from '../../../../services/billing/pay-bill-order';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
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
import { awaitConfirmation, confirmationPorts, requestPayment } from '../../../../services/pay';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { scanAndGo } from '../../../../services/scan';
import { refreshMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { billGroups, feeCards, type BillGroup, type FeeCard } from './bills.view';

type BillsData = {
  load: LoadState;
  fees: readonly FeeCard[];
  groups: readonly BillGroup[];
  note: string;
  /** Whose fee was to be paid last: a refusal speaks of them. */
  patientId: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: BillsData = {
  load: LOADING,
  fees: [],
  groups: [],
  note: '',
  patientId: '',
  busy: false,
  refusal: null,
};

const payAppointment = createCommand(api.billing.payAppointment);
/** Pages in sight: asking WeChat stops when one is hidden. */
const shown = new WeakSet();

const NO_BILLS = emptyState({
  title: '没有要付的费用',
  reason: '医生开了检查、化验或药以后，费用会在这里。',
  next: '在诊室里，也可以直接扫医生屏幕上的付款码。',
  action: { label: '扫付款码', kind: 'retry' },
});

/** Without a card nobody's bills are known: that is not the same as none. */
const NOBODY = emptyState({
  title: '还没有绑定就诊人',
  reason: '在“我的”里绑定以后，医生开的检查和药的费用会在这里。',
  next: '手上有付款码，不绑定也能付，替别人付也行。',
  action: { label: '扫付款码', kind: 'retry' },
});

definePage({
  data,

  onShow() {
    shown.add(this);
    void this.refresh();
  },

  onHide() {
    shown.delete(this);
  },

  onUnload() {
    shown.delete(this);
  },

  async refresh() {
    const known = await refreshMe();
    if (!known.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(known)) });
      return;
    }
    const people = patientsOf(known.value);
    if (people.length === 0) {
      this.setData({ load: NOBODY });
      return;
    }
    const [answers, fees] = await Promise.all([
      Promise.all(people.map(({ patientId }) => api.billing.listBills({ patientId }))),
      Promise.all(people.map(({ patientId }) => api.billing.listFees({ patientId }))),
    ]);
    // Whose consent does not cover money is left out; any other failure is said.
    const [failed] = [...answers, ...fees].flatMap((answer) =>
      answer.ok || answer.error === 'NOT_FOUND' ? [] : [answer],
    );
    if (failed) {
      this.setData({ load: afterRefresh(this.data.load, failedState(failed)) });
      return;
    }
    const own = new Set(
      people.filter(({ relationship }) => relationship !== 'relative').map(({ patientId }) => patientId),
    );
    this.show(
      answers.flatMap((answer) => (answer.ok ? answer.value : [])),
      feeCards(
        fees.flatMap((answer) => (answer.ok ? answer.value : [])),
        (patientId) => own.has(patientId),
        isSaidPaid,
      ),
    );
  },

  show(bills: readonly BillSummary[], fees: readonly FeeCard[]) {
    const groups = billGroups(bills, Date.now());
    const isEmpty = groups.length === 0 && fees.length === 0;
    setChanged<BillsData>(this, { load: isEmpty ? NO_BILLS : READY, fees, groups });
  },

  async onFee(event: WechatMiniprogram.TouchEvent) {
    const appointmentId = event.currentTarget.dataset['id'] as string;
    const fee = this.data.fees.find((one) => one.appointmentId === appointmentId);
    if (fee?.own) go('pay', { appointmentId });
    else if (fee && !this.data.busy) await this.payFor(fee);
  },

  /** For a relative: their seat's page is theirs, so it is paid from here. */
  async payFor({ appointmentId, patientId, who }: FeeCard) {
    this.setData({ note: '', patientId });
    const order = await runOnce(this, () => payAppointment({ appointmentId }));
    if (order === null) {
      await this.refresh();
      return;
    }
    this.setData({ busy: true });
    const outcome = await requestPayment(order.value.payment);
    this.setData({ busy: false, note: unfinishedNote(outcome) });
    if (outcome !== 'done') return;
    rememberSaidPaid(appointmentId);
    await this.refresh();
    const state = await awaitConfirmation(confirmationPorts(appointmentId, () => shown.has(this)));
    if (state === 'closed') forgetSaidPaid(appointmentId);
    if (state === 'paid') this.setData({ note: `付好了，${who} 的号约好了。` });
    await this.refresh();
  },

  onOpen(event: WechatMiniprogram.TouchEvent) {
    go('bill', { billId: event.currentTarget.dataset['id'] as string });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onScan() {
    void scanAndGo();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    const isEmpty = this.data.load.state === 'empty';
    const { patientId } = this.data;
    followAction(event.detail.kind, {
      patientId,
      retry: () => void (isEmpty ? scanAndGo() : this.refresh()),
    });
  },
});
