import type { ReportDetail } from '@core/contract/report';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { callHospital } from '../../../../services/hospital-phone';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { refreshUnread } from '../../../../services/messages/unread';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { newRequestId } from '../../../../services/request-id';
import { setChanged } from '../../../../services/set-changed';
import { detailView, type DetailView } from './report.view';

type ReportData = {
  load: LoadState;
  reportId: string;
  detail: ReportDetail | null;
  view: DetailView | null;
  /** The results that are as usual are unfolded. */
  unfolded: boolean;
};

const data: ReportData = { load: LOADING, reportId: '', detail: null, view: null, unfolded: false };

definePage({
  data,

  onLoad(query) {
    this.setData({ reportId: query['reportId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.report.getReport({ reportId: this.data.reportId });
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const detail = answer.value;
    const view = detailView(detail);
    const unfolded = this.data.unfolded || view.abnormal.length === 0;
    setChanged<ReportData>(this, { load: READY, detail, view, unfolded });
    if (detail.unread && detail.version !== null) await this.markSeen(detail.version);
  },

  async markSeen(version: number) {
    await api.report.markSeen({ requestId: newRequestId(), reportId: this.data.reportId, version });
    await refreshUnread();
  },

  onUnfold() {
    this.setData({ unfolded: true });
  },

  onTrend(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
    const { detail } = this.data;
    if (detail !== null) go('trend', { patientId: detail.patientId, code: event.detail.code });
  },

  onNow() {
    const { detail, view } = this.data;
    if (view?.now?.action === 'book' && detail?.clinicId != null) {
      go('doctors', { clinicId: detail.clinicId });
    } else void callHospital();
  },

  onEmergency() {
    go('emergency', { show: 'list' });
  },

  onCall() {
    void callHospital();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
