import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { missingState } from '../../missing-state';
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
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { me, refreshMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { askSubscribe, maySubscribe, prepareSubscribe } from '../../../../services/subscribe';
import { subscribedText } from '../../../../services/subscribe-texts';
import { NO_REPORTS, notAgreed } from './reports-texts';
import {
  firstReader,
  personChoices,
  reportRow,
  unreadableName,
  type PersonChoice,
  type ReportRow,
} from './reports.view';

type ReportsData = {
  load: LoadState;
  patientId: string;
  people: readonly PersonChoice[];
  rows: readonly ReportRow[];
  /** The hospital can tell by WeChat when a report is there. */
  tellable: boolean;
  refusal: RefusalText | null;
};

const data: ReportsData = {
  load: LOADING,
  patientId: '',
  people: [],
  rows: [],
  tellable: false,
  refusal: null,
};

const KINDS = ['report-ready', 'report-amended'] as const;

definePage({
  data,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '', tellable: maySubscribe(KINDS) });
    void prepareSubscribe().then(() => this.setData({ tellable: maySubscribe(KINDS) }));
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const known = await refreshMe();
    if (!known.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(known)) });
      return;
    }
    const patientId = firstReader(known.value, this.data.patientId);
    const missing = missingState(known.value, patientId);
    setChanged<ReportsData>(this, { patientId, people: personChoices(known.value, patientId) });
    if (missing) this.setData({ load: missing });
    else await this.list(patientId);
  },

  async list(patientId: string) {
    const known = me.get();
    const closed = known && unreadableName(known, patientId);
    if (closed !== null) {
      this.setData({ rows: [], load: { state: 'refused', text: notAgreed(closed) } });
      return;
    }
    const answer = await api.report.listReports({ patientId });
    // Meanwhile somebody else may have been chosen.
    if (patientId !== this.data.patientId) return;
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const rows = answer.value.map((summary) => reportRow(summary, Date.now()));
    setChanged<ReportsData>(this, { rows, load: rows.length > 0 ? READY : emptyState(NO_REPORTS) });
  },

  onPerson(event: WechatMiniprogram.TouchEvent) {
    const patientId = event.currentTarget.dataset['id'] as string;
    if (patientId === this.data.patientId) return;
    const people = this.data.people.map((one) => ({ ...one, chosen: one.patientId === patientId }));
    this.setData({ patientId, people, rows: [], load: LOADING });
    void this.list(patientId);
  },

  onReport(event: WechatMiniprogram.TouchEvent) {
    go('report', { reportId: event.currentTarget.dataset['id'] as string });
  },

  onTell() {
    // WeChat's question must be asked inside of the tap.
    void askSubscribe(KINDS).then((outcome) => this.setData({ refusal: subscribedText(outcome) }));
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
