import type { LaboratoryTable } from '@core/contract/report';
import { toFhir } from '@core/domain/report/fhir/to-fhir';
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
import { JUDGEMENTS, PREGNANCY, STATUSES, URGENCY } from './choices';
import { fieldsFor, readForm, type FormField } from './form';
import { sourceIdOf, typedReport, type Typed } from './typed-report';

type FormData = Typed & {
  load: LoadState;
  itemId: string;
  table: LaboratoryTable;
  fields: readonly FormField[];
  statuses: typeof STATUSES;
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
  sourceId: '',
  status: 'final',
  pregnancy: 'unknown',
  urgency: 'no',
  words: '',
  judgement: 'N',
  findings: '',
  impression: '',
  table: { items: [], panels: [] },
  fields: [],
  statuses: STATUSES,
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
      sourceId: sourceIdOf(orderId, lineId),
    });
    void this.refresh();
  },

  async refresh() {
    const answer = await api.report.listItems({});
    if (!answer.ok) {
      this.setData({ load: failedState(answer) });
      return;
    }
    const table = answer.value;
    this.setData({ load: READY, table, fields: fieldsFor(table, this.data.itemId) });
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
    const report = typedReport(this.data, read.results, Date.now());
    const empty = report.results.length === 0 && (report.findings === '' || report.impression === '');
    if (empty && report.status !== 'entered-in-error') {
      this.setData({ refusal: NOTHING_TYPED });
      return;
    }
    const file = JSON.stringify(toFhir(report));
    const answer = await runOnce(this, () => submitReport({ desk: report.category, file }));
    if (answer === null) return;
    this.setData({ sent: answer.value.state !== 'quarantined', refusal: submittedText(answer.value) });
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
