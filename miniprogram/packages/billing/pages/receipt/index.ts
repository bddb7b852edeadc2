import { api } from '../../../../services/api';
import { billConfirmation } from '../../../../services/billing/pay-bill-order';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { awaitConfirmation } from '../../../../services/pay';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { receiptView, type ReceiptPageView } from './receipt.view';

type ReceiptData = { load: LoadState; paymentId: string; view: ReceiptPageView | null; slow: boolean };

const data: ReceiptData = { load: LOADING, paymentId: '', view: null, slow: false };

/** Pages in sight: asking stops when one is hidden. */
const shown = new WeakSet();
/** Pages that are asking WeChat already. */
const asking = new WeakSet();

definePage({
  data,

  onLoad(query) {
    this.setData({ paymentId: query['paymentId'] ?? '' });
  },

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
    const answer = await api.billing.getReceipt({ paymentId: this.data.paymentId });
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const view = receiptView(answer.value);
    setChanged<ReceiptData>(this, { load: READY, view });
    if (view.stage === 'confirming' && !this.data.slow) void this.confirm();
  },

  /** Asks until WeChat has decided; the page only shows what the server then says. */
  async confirm() {
    if (asking.has(this)) return;
    asking.add(this);
    this.setData({ slow: false });
    const state = await awaitConfirmation(billConfirmation(this.data.paymentId, () => shown.has(this)));
    asking.delete(this);
    if (!shown.has(this)) return;
    if (state === 'confirming') this.setData({ slow: true });
    await this.refresh();
  },

  onAskAgain() {
    void this.confirm();
  },

  onDone() {
    goBack();
  },

  onHome() {
    followAction('home');
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
