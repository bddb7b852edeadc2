import { api } from '../../../../services/api';
import { payOrder, unfinishedNote } from '../../../../services/billing/pay-bill-order';
import { createCommand } from '../../../../services/command';
import { textOf } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { scanAndGo } from '../../../../services/scan';
import { codeOfQuery, codePageView, type CodePageView } from './code.view';

type CodeData = {
  load: LoadState;
  code: string;
  view: CodePageView | null;
  note: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: CodeData = { load: LOADING, code: '', view: null, note: '', busy: false, refusal: null };

const payBillByCode = createCommand(api.billing.payBillByCode);

/** Nothing can be paid by this code any more. */
const OVER: ReadonlySet<string> = new Set([
  'BILL_CODE_EXPIRED',
  'BILL_CODE_ALTERED',
  'BILL_CODE_FOREIGN',
  'BILL_ALREADY_PAID',
  'BILL_LAPSED',
  'NOTHING_TO_PAY',
]);

definePage({
  data,

  onLoad(query) {
    this.setData({ code: codeOfQuery(query) });
    void this.refresh();
  },

  async refresh() {
    const answer = await api.billing.getBillByCode({ code: this.data.code || '?' });
    if (answer.ok) this.setData({ load: READY, view: codePageView(answer.value, Date.now()) });
    else this.setData({ load: failedState(answer) });
  },

  async onPay() {
    const { busy, code, view } = this.data;
    if (busy || view === null) return;
    this.setData({ busy: true, note: '' });
    const order = await payBillByCode({ code });
    if (!order.ok) {
      this.setData({ busy: false });
      if (OVER.has(order.error)) this.setData({ load: failedState(order) });
      else this.setData({ refusal: textOf(order) });
      return;
    }
    const outcome = await payOrder(order.value, {
      subject: order.value.paymentId,
      amountFen: view.totalFen,
    });
    this.setData({ busy: false, note: unfinishedNote(outcome) });
    if (outcome === 'done') replace('receipt', { paymentId: order.value.paymentId });
    else if (outcome === 'changed') await this.refresh();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    const hasFailed = this.data.load.state !== 'ready';
    const { kind } = event.detail;
    this.setData({ refusal: null });
    // Scanning again opens the page of the new code in this one's place.
    if (kind === 'back' && hasFailed) void scanAndGo();
    else followAction(kind, { retry: () => void (hasFailed ? this.refresh() : this.onPay()) });
  },
});
