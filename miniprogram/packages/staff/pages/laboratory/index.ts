import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { tableView, type TableView } from './laboratory.view';

type TableData = { load: LoadState } & TableView;

const data: TableData = { load: LOADING, summary: '', groups: [] };

definePage({
  data,

  onLoad() {
    void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    void wx.stopPullDownRefresh();
  },

  async refresh() {
    const answer = await api.report.listItems({});
    if (answer.ok) this.setData({ load: READY, ...tableView(answer.value) });
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
