import type { StuckRefund, WindowFile } from '@core/contract/billing';
import type { InvoiceAct } from '@core/domain/billing/invoice';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { textOf, type Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { typedFields } from '../../../../services/typed-fields';
import { cashQuestion, invoiceQuestion, refundQuestion, type ActSheet } from './act-sheet';
import { finishSheet, refundTodo, type RefundTodo } from './refund-todo.view';
import { perform, type WindowAct } from './window-acts';
import { codeLine, patientLine, windowCards, type WindowCard } from './window.view';

type WindowData = {
  numberError: string;
  finding: boolean;
  patientId: string;
  name: string;
  line: string;
  file: WindowFile | null;
  todos: readonly RefundTodo[];
  /** Why the list of refunds could not be read; empty where it was. */
  todosNote: string;
  cards: readonly WindowCard[];
  sheet: ActSheet | null;
  sheetShown: boolean;
  code: { readonly text: string; readonly line: string } | null;
  codeShown: boolean;
  busy: boolean;
  done: string;
  refusal: RefusalText | null;
};

const data: WindowData = {
  numberError: '',
  finding: false,
  patientId: '',
  name: '',
  line: '',
  file: null,
  todos: [],
  todosNote: '',
  cards: [],
  sheet: null,
  sheetShown: false,
  code: null,
  codeShown: false,
  busy: false,
  done: '',
  refusal: null,
};

const DONE: Readonly<Record<WindowAct['type'], string>> = {
  'refund-registration': '已办理退费，号已经放回去了。',
  'refund-line': '已办理退费。',
  cash: '已记下收到的现金。',
  invoice: '发票已办好。',
  'finish-refund': '这笔退款已办结。',
};

const PATIENTS_OWN: ReadonlySet<ActionKind> = new Set([
  'appointment',
  'departments',
  'home',
  'back',
  'tasks',
]);

interface CardEvent {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

const typed = typedFields({ outpatientNumber: '' });
/** The refunds in sight, as they came. */
const stuckOf = new WeakMap<object, readonly StuckRefund[]>();

definePage({
  data,

  onShow() {
    void this.refreshTodos();
  },

  async onPullDownRefresh() {
    await Promise.all([this.refresh(), this.refreshTodos()]);
    void wx.stopPullDownRefresh();
  },

  onNumber(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    typed.put(this, 'outpatientNumber', event.detail.value);
    if (this.data.numberError !== '') this.setData({ numberError: '' });
  },

  async onFind() {
    if (this.data.finding) return;
    const outpatientNumber = typed.of(this).outpatientNumber.trim();
    if (outpatientNumber === '') {
      this.setData({ numberError: '请输门诊号。' });
      return;
    }
    this.setData({ finding: true, done: '' });
    const found = await runOnce(this, () => api.billing.findAtWindow({ outpatientNumber }));
    if (found) {
      const { patientId, maskedName: name } = found.value;
      this.setData({ patientId, name, line: patientLine(found.value) });
      await this.refresh();
    }
    this.setData({ finding: false });
  },

  async refresh() {
    const { patientId } = this.data;
    if (patientId === '') return;
    const answer = await api.billing.getWindowFile({ patientId });
    if (answer.ok) this.show(answer.value);
    else this.refuse(answer);
  },

  async refreshTodos() {
    if (this.data.file) return;
    const answer = await api.billing.listStuckRefunds({});
    if (answer.ok) {
      stuckOf.set(this, answer.value);
      const now = Date.now();
      this.setData({ todos: answer.value.map((stuck) => refundTodo(stuck, now)), todosNote: '' });
    } else this.setData({ todosNote: '退款待办没有读到，往下拉一下再试。' });
  },

  onTodo(event: CardEvent) {
    const stuck = stuckOf.get(this)?.find(({ refundId }) => refundId === event.currentTarget.dataset['id']);
    if (stuck) this.setData({ sheet: finishSheet(stuck), sheetShown: true, done: '' });
  },

  async onTodoFile({ currentTarget }: CardEvent) {
    const patientId = currentTarget.dataset['patient'] ?? '';
    const answer = await api.billing.getWindowFile({ patientId });
    if (!answer.ok) {
      this.refuse(answer);
      return;
    }
    const { maskedName: name } = answer.value.patient;
    this.setData({ patientId, name, line: patientLine(answer.value.patient), done: '' });
    this.show(answer.value);
  },

  show(file: WindowFile) {
    this.setData({ file, cards: windowCards(file, Date.now()) });
  },

  /** The next patient: nothing of the last one stays on the screen. */
  onNext() {
    typed.put(this, 'outpatientNumber', '');
    this.setData(data);
    void this.refreshTodos();
  },

  cardOf({ currentTarget }: CardEvent): WindowCard | undefined {
    return this.data.cards.find(({ id }) => id === currentTarget.dataset['id']);
  },

  onRefund(event: CardEvent) {
    const card = this.cardOf(event);
    const { file } = this.data;
    const lineId = event.currentTarget.dataset['line'] ?? '';
    const sheet = card && file ? refundQuestion(file, card, lineId) : null;
    if (sheet) this.setData({ sheet, sheetShown: true, done: '' });
  },

  onCash(event: CardEvent) {
    const card = this.cardOf(event);
    const { file } = this.data;
    if (card && file) this.setData({ sheet: cashQuestion(file, card), sheetShown: true, done: '' });
  },

  async onCode({ currentTarget }: CardEvent) {
    const billId = currentTarget.dataset['id'] ?? '';
    const answer = await runOnce(this, () => api.billing.getBillCode({ billId }));
    if (answer) this.setData({ code: codeLine(answer.value), codeShown: true });
  },

  /** Whether it was paid meanwhile is what one wants to see next. */
  onCodeClose() {
    this.setData({ codeShown: false });
    void this.refresh();
  },

  onInvoice(event: CardEvent) {
    const card = this.cardOf(event);
    const { file } = this.data;
    const act = event.currentTarget.dataset['act'] as Exclude<InvoiceAct, 'surrender'>;
    if (!card || !file) return;
    const asked = invoiceQuestion(file, card, act);
    if ('title' in asked) this.setData({ sheet: asked, sheetShown: true, done: '' });
    else void this.act(asked);
  },

  async onConfirm() {
    const { sheet } = this.data;
    if (sheet) await this.act(sheet.act);
  },

  async act(act: WindowAct) {
    if (this.data.busy) return;
    const answer = await runOnce(this, () => perform(act));
    if (answer) this.setData({ done: DONE[act.type] });
    // Until what is known now is on the screen, nothing more is done.
    this.setData({ busy: true });
    await Promise.all([this.refresh(), this.refreshTodos()]);
    this.setData({ busy: false, sheetShown: false });
  },

  refuse(refused: Refused) {
    this.setData({ refusal: textOf(refused) });
  },

  onSheetClose() {
    if (!this.data.busy) this.setData({ sheetShown: false });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    const { kind } = event.detail;
    this.setData({ refusal: null });
    // What leads a patient elsewhere leads the clerk back to the patient's file.
    if (this.data.file && PATIENTS_OWN.has(kind)) return;
    followAction(kind, {
      retry: () => void (this.data.patientId === '' ? this.onFind() : this.refresh()),
    });
  },
});
