import type { OrderView, PatientSummary } from '@core/contract/clinic-views';
import { formatFen } from '@core/domain/money';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import type { Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { typedFields } from '../../../../services/typed-fields';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { orderRow, type OrderRow } from '../../order-words';
import { summaryView, type SummaryView } from './encounter.view';

type EncounterData = {
  load: LoadState;
  appointmentId: string;
  summary: SummaryView | null;
  orders: readonly OrderRow[];
  /** The open sheet, if any. */
  sheet: '' | 'allergies' | 'code' | 'cancel' | 'history';
  allergiesError: string;
  code: { readonly text: string; readonly line: string } | null;
  /** The bill whose code is shown, to say so once it is paid. */
  codeBill: string;
  codePaid: boolean;
  cancelling: { readonly orderId: string; readonly lineId: string; readonly name: string } | null;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: EncounterData = {
  load: LOADING,
  appointmentId: '',
  summary: null,
  orders: [],
  sheet: '',
  allergiesError: '',
  code: null,
  codeBill: '',
  codePaid: false,
  cancelling: null,
  busy: false,
  refusal: null,
};

const LOOK_EVERY_MS = 4_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);
const noteAllergies = createCommand(api.clinic.noteAllergies);
const cancelOrderLine = createCommand(api.clinic.cancelOrderLine);
const finishEncounter = createCommand(api.visit.finishEncounter);
const typed = typedFields({ allergies: '' });

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

definePage({
  data,
  poll,

  onLoad(query) {
    this.setData({ appointmentId: query['appointmentId'] ?? '' });
  },

  onShow() {
    if (this.data.load.state === 'ready') void this.refresh();
  },

  onUnload() {
    typed.forget(this);
  },

  async refresh() {
    const { appointmentId } = this.data;
    const [summary, orders] = await Promise.all([
      api.clinic.getSummary({ appointmentId }),
      api.clinic.listEncounterOrders({ appointmentId }),
    ]);
    // Where the orders are not known the page must not say that there are none: they would be made twice.
    if (!summary.ok) this.fail(summary);
    else if (!orders.ok) this.fail(orders);
    else {
      this.showOrders(orders.value);
      this.show(summary.value);
    }
  },

  fail(refused: Refused) {
    const load = afterRefresh(this.data.load, failedState(refused));
    setChanged<EncounterData>(this, { load });
    // Whoever may no longer see the patient sees nothing of what lay open either.
    if (load.state === 'refused') {
      this.setData({ summary: null, orders: [], code: null });
      this.onSheetClose();
    }
  },

  show(summary: PatientSummary) {
    setChanged<EncounterData>(this, { load: READY, summary: summaryView(summary, Date.now()) });
  },

  /** What was paid or done meanwhile. */
  async look() {
    const { appointmentId, load } = this.data;
    if (load.state !== 'ready' || load.stale) {
      await this.refresh();
      return;
    }
    const answer = await api.clinic.listEncounterOrders({ appointmentId });
    if (answer.ok) this.showOrders(answer.value);
    else this.fail(answer);
  },

  showOrders(orders: readonly OrderView[]) {
    const rows = orders.map(orderRow);
    const shown = rows.find(({ billId }) => billId === this.data.codeBill);
    setChanged<EncounterData>(this, { orders: rows, codePaid: shown !== undefined && !shown.unpaid });
  },

  onOrder() {
    go('order', { appointmentId: this.data.appointmentId });
  },

  onTransfer() {
    go('transfer', { appointmentId: this.data.appointmentId });
  },

  onAdmission() {
    go('admission', { appointmentId: this.data.appointmentId });
  },

  onSheet(event: Tap) {
    this.setData({ sheet: event.currentTarget.dataset['sheet'] as EncounterData['sheet'] });
  },

  onSheetClose() {
    this.setData({ sheet: '', codeBill: '', codePaid: false, cancelling: null });
  },

  onAllergies(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    typed.put(this, 'allergies', event.detail.value);
    if (this.data.allergiesError !== '') this.setData({ allergiesError: '' });
  },

  async onNoAllergies() {
    await this.note('没有已知的过敏');
  },

  async onNote() {
    const text = typed.of(this).allergies.trim();
    if (text === '') this.setData({ allergiesError: '请写下对什么过敏，或点“没有过敏”。' });
    else await this.note(text);
  },

  async note(text: string) {
    const { appointmentId } = this.data;
    const answer = await runOnce(this, () => noteAllergies({ appointmentId, text }));
    if (!answer) return;
    this.show(answer.value);
    this.onSheetClose();
  },

  async onCode({ currentTarget }: Tap) {
    const billId = currentTarget.dataset['bill'] ?? '';
    const answer = await runOnce(this, () => api.billing.getBillCode({ billId }));
    if (!answer) {
      await this.look();
      return;
    }
    const code = { text: answer.value.code, line: `一共 ${formatFen(answer.value.totalFen)}` };
    this.setData({ code, codeBill: billId, codePaid: false, sheet: 'code' });
  },

  onCancelLine({ currentTarget: { dataset } }: Tap) {
    const { order: orderId = '', line: lineId = '', name = '' } = dataset;
    this.setData({ cancelling: { orderId, lineId, name }, sheet: 'cancel' });
  },

  async onCancelReason({ currentTarget }: Tap) {
    const { cancelling } = this.data;
    if (!cancelling) return;
    const { orderId, lineId } = cancelling;
    const reason = currentTarget.dataset['reason'] ?? '';
    const answer = await runOnce(this, () => cancelOrderLine({ orderId, lineId, reason }));
    if (answer) this.onSheetClose();
    await this.look();
  },

  async onFinish() {
    const { appointmentId } = this.data;
    const answer = await runOnce(this, () => finishEncounter({ appointmentId }));
    if (answer) go('clinic', {});
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
