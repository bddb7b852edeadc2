import type { DeskReport, LaboratoryTable } from '@core/contract/report';
import { toFhir, type TypedResult } from '@core/domain/report/fhir/to-fhir';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { decodedQuery } from '../../../../services/page-query';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { submittedText } from '../../submitted-words';
import { JUDGEMENTS, PREGNANCY, statusesAfter, URGENCY, type Statuses } from './choices';
import { fieldsFor, readForm, type FormField } from './form';
import { sentWords, whoWords } from './sent-words';
import { begun, isUnjudged, NOTHING_KNOWN, typedReport, type Typed } from './typed-report';

type FormData = Typed & {
  load: LoadState;
  itemId: string;
  table: LaboratoryTable;
  fields: readonly FormField[];
  statuses: Statuses;
  who: string;
  /** What was sent before, and what a correction would leave out; empty where nothing was. */
  before: string;
  /** When these contents were first sent: sent again after a lost answer they are the same report. */
  drafted: { readonly contents: string; readonly at: number };
  pregnancies: typeof PREGNANCY;
  urgencies: typeof URGENCY;
  judgements: typeof JUDGEMENTS;
  busy: boolean;
  sent: boolean;
  refusal: RefusalText | null;
};

const data: FormData = {
  load: LOADING,
  desk: 'laboratory',
  orderId: '',
  lineId: '',
  itemId: '',
  name: '',
  known: NOTHING_KNOWN,
  ...begun(NOTHING_KNOWN),
  table: { items: [], panels: [] },
  fields: [],
  statuses: statusesAfter(null),
  who: '',
  before: '',
  drafted: { contents: '', at: 0 },
  pregnancies: PREGNANCY,
  urgencies: URGENCY,
  judgements: JUDGEMENTS,
  busy: false,
  sent: false,
  refusal: null,
};

const submitReport = createCommand(api.report.submitReport);

const NOTHING_TYPED: RefusalText = {
  title: '还没有填结果',
  reason: '一项都没有写，患者会看到一张空报告。',
  next: '请至少填一项；检查报告的“所见”和“提示”都要写。',
  action: { label: '去填', kind: 'dismiss' },
};

const NOT_JUDGED: RefusalText = {
  title: '还没有选正常不正常',
  reason: '这一项没有参考范围，正常不正常要由您来说。',
  next: '请在结果下面选一样，再发。',
  action: { label: '去选', kind: 'dismiss' },
};

definePage({
  data,

  onLoad(query) {
    const { desk, orderId = '', lineId = '', itemId = '', name = '' } = decodedQuery(query);
    this.setData({
      desk: desk === 'imaging' ? 'imaging' : 'laboratory',
      orderId,
      lineId,
      itemId,
      name,
    });
    void this.refresh();
  },

  async refresh() {
    const { orderId, lineId } = this.data;
    const [items, report] = await Promise.all([
      api.report.listItems({}),
      api.report.getDeskReport({ orderId, lineId }),
    ]);
    if (!items.ok) this.setData({ load: failedState(items) });
    else if (!report.ok) this.setData({ load: failedState(report) });
    else this.begin(items.value, report.value);
  },

  begin(table: LaboratoryTable, known: DeskReport) {
    const fields = fieldsFor(table, this.data.itemId, known.sent);
    this.setData({
      load: READY,
      table,
      known,
      fields,
      ...begun(known),
      statuses: statusesAfter(known.sent),
      who: whoWords(known),
      before: sentWords(known, fields, Date.now()),
    });
  },

  onField(event: WechatMiniprogram.CustomEvent<{ name: string; value: string }>) {
    const { name, value } = event.detail;
    const fields = this.data.fields.map((field) =>
      field.code === name ? { ...field, value, error: '' } : field,
    );
    this.setData({ fields });
  },

  /** Choices and long texts: the control's own name says which. */
  onChoice(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset['field'] as string]: event.detail.value });
  },

  async onSubmit() {
    const read = readForm(this.data.fields, this.data.table);
    if (!read.ok) {
      this.setData({ fields: read.fields });
      return;
    }
    const report = typedReport(this.data, read.results, this.draftedAt(read.results));
    const empty = report.results.length === 0 && (report.findings === '' || report.impression === '');
    if (empty && report.status !== 'entered-in-error') {
      this.setData({ refusal: NOTHING_TYPED });
      return;
    }
    if (isUnjudged(this.data)) {
      this.setData({ refusal: NOT_JUDGED });
      return;
    }
    const file = JSON.stringify(toFhir(report));
    const answer = await runOnce(this, () => submitReport({ desk: report.category, file }));
    if (answer === null) return;
    this.setData({ sent: answer.value.state !== 'quarantined', refusal: submittedText(answer.value) });
  },

  draftedAt(results: readonly TypedResult[]): number {
    const { contents, at } = this.data.drafted;
    const now = JSON.stringify(typedReport(this.data, results, 0));
    if (contents === now) return at;
    const drafted = { contents: now, at: Date.now() };
    this.setData({ drafted });
    return drafted.at;
  },

  onRefusalClose() {
    this.setData({ refusal: null });
    if (this.data.sent) goBack();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    if (event.detail.kind === 'dismiss') {
      this.onRefusalClose();
      return;
    }
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
