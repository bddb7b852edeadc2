import { api } from '../../../../services/api';
import { textOf } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { itemDetail, type ItemDetail } from './item.view';
import { tableView, type TableView } from './laboratory.view';

type TableData = {
  load: LoadState;
  /** The item that is unfolded; null where none is. */
  detail: ItemDetail | null;
  refusal: RefusalText | null;
} & TableView;

const data: TableData = { load: LOADING, detail: null, refusal: null, summary: '', groups: [] };

definePage({
  data,

  onLoad() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.report.listItems({});
    if (answer.ok) this.setData({ load: READY, ...tableView(answer.value) });
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  async onItem(event: WechatMiniprogram.TouchEvent) {
    const code = event.currentTarget.dataset['code'] as string;
    if (this.data.detail?.code === code) {
      this.setData({ detail: null });
      return;
    }
    const answer = await api.report.getItem({ code });
    if (answer.ok) this.setData({ detail: itemDetail(answer.value) });
    else this.setData({ refusal: textOf(answer) });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
