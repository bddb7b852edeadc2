import type { BillView } from '@core/contract/billing';
import { api } from '../../../../services/api';
import { forgetSaidPaid, isSaidPaid } from '../../../../services/appointment/said-paid';
import { payOrder, unfinishedNote } from '../../../../services/billing/pay-bill-order';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { textOf, type Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { hospital } from '../../../../services/hospital';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go, replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { billPageView, codeSheet, type BillPageView, type CodeSheet } from './bill.view';

type BillData = {
  load: LoadState;
  billId: string;
  patientId: string;
  view: BillPageView | null;
  /** In the hospital's words; empty until they are known. */
  windowPlace: string;
  unfolded: boolean;
  /** The phone said that it was paid and the server does not know yet. */
  confirming: boolean;
  note: string;
  busy: boolean;
  sheet: CodeSheet | null;
  sheetShown: boolean;
  refusal: RefusalText | null;
};

const data: BillData = {
  load: LOADING,
  billId: '',
  patientId: '',
  view: null,
  windowPlace: '',
  unfolded: false,
  confirming: false,
  note: '',
  busy: false,
  sheet: null,
  sheetShown: false,
  refusal: null,
};

/** What the page shows is no longer so. */
const PAST: ReadonlySet<string> = new Set(['ALREADY_PAID', 'NOTHING_TO_PAY', 'BILL_LAPSED']);

const payBill = createCommand(api.billing.payBill);

/** Somebody else may be paying by the code, or a refund be on its way. */
const LOOK_EVERY_MS = 4_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ billId: query['billId'] ?? '' });
    void this.findWindow();
  },

  /** While something moves by itself; what stands still is not asked about again. */
  async look() {
    const { view, load, confirming } = this.data;
    const moves = view === null || view.due || view.moving || confirming;
    if (load.state !== 'ready' || moves) await this.refresh();
  },

  async refresh() {
    const answer = await api.billing.getBill({ billId: this.data.billId });
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(bill: BillView) {
    const view = billPageView(bill, Date.now());
    // What was paid in the last minute of the last day is still on its way when the bill has lapsed.
    const confirming = view.unpaid && isSaidPaid(bill.billId);
    if (!view.unpaid) forgetSaidPaid(bill.billId);
    setChanged<BillData>(this, { load: READY, patientId: bill.patientId, view, confirming });
    if (!view.due) this.setData({ note: '', sheetShown: false });
  },

  async findWindow() {
    const known = await hospital();
    if (known.ok) this.setData({ windowPlace: known.value.organization.windowPlace });
  },

  onWindowWay() {
    const { windowPlace } = this.data;
    if (windowPlace === '') go('guide', {});
    else go('way', { place: windowPlace });
  },

  onWay(event: WechatMiniprogram.TouchEvent) {
    go('way', { to: event.currentTarget.dataset['place'] as string });
  },

  onUnfold() {
    this.setData({ unfolded: !this.data.unfolded });
  },

  async onPay() {
    const { busy, billId, view } = this.data;
    if (busy || view === null) return;
    this.setData({ busy: true, note: '' });
    const order = await payBill({ billId });
    if (!order.ok) {
      this.setData({ busy: false });
      this.refuse(order);
      return;
    }
    const outcome = await payOrder(order.value, { subject: billId, amountFen: view.totalFen });
    this.setData({ busy: false, note: unfinishedNote(outcome) });
    if (outcome === 'done') replace('receipt', { paymentId: order.value.paymentId });
    else await this.refresh();
  },

  onNext() {
    go('tasks', { patientId: this.data.patientId });
  },

  async onCode() {
    const { billId } = this.data;
    const answer = await runOnce(this, () => api.billing.getBillCode({ billId }));
    if (answer) this.setData({ sheet: codeSheet(answer.value), sheetShown: true });
    else await this.refresh();
  },

  onCodeClose() {
    this.setData({ sheetShown: false });
  },

  refuse(refused: Refused) {
    this.setData({ refusal: textOf(refused) });
    if (PAST.has(refused.error)) void this.refresh();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    const hasFailed = this.data.load.state !== 'ready';
    const { kind } = event.detail;
    this.setData({ refusal: null });
    // The bill itself is what such a refusal points at, and it is in sight.
    if (kind === 'appointment') void this.refresh();
    else followAction(kind, { retry: () => void (hasFailed ? this.refresh() : this.onPay()) });
  },
});
