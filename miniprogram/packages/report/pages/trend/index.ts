import type { TrendView } from '@core/contract/report';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { decodedQuery } from '../../../../services/page-query';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { paintTrend } from './canvas';
import { trendPageView, type TrendPageView } from './trend.view';

type TrendData = {
  load: LoadState;
  patientId: string;
  code: string;
  view: TrendPageView | null;
};

const data: TrendData = { load: LOADING, patientId: '', code: '', view: null };

definePage({
  data,

  onLoad(query) {
    const { patientId = '', code = '' } = decodedQuery(query);
    this.setData({ patientId, code });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const { patientId, code } = this.data;
    const answer = await api.report.getTrend({ patientId, code });
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(trend: TrendView) {
    this.setData({ load: READY, view: trendPageView(trend) }, () => paintTrend(this, trend.line));
  },

  onReport(event: WechatMiniprogram.TouchEvent) {
    go('report', { reportId: event.currentTarget.dataset['id'] as string });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
