import type { GuideRule } from '@core/contract/triage';
import { api } from '../../../../services/api';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { rulesView, type RuleFilter, type RulesView } from './rules.view';

const FILTERS = [
  { value: 'unreviewed', title: '没核对的' },
  { value: 'red-flag', title: '红旗' },
  { value: 'all', title: '全部' },
] as const;
const PAGE = 30;

type RulesData = {
  load: LoadState;
  filters: typeof FILTERS;
  filter: RuleFilter;
  shown: number;
  view: RulesView | null;
};

const data: RulesData = { load: LOADING, filters: FILTERS, filter: 'unreviewed', shown: PAGE, view: null };

/** The page draws a part of it only. */
let rules: readonly GuideRule[] = [];

definePage({
  data,

  onLoad() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.triage.listRules({});
    if (answer.ok) {
      rules = answer.value;
      this.setData({ load: READY });
      this.draw(this.data.filter, this.data.shown);
    } else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  draw(filter: RuleFilter, shown: number) {
    this.setData({ filter, shown, view: rulesView(rules, filter, shown) });
  },

  onFilter(event: WechatMiniprogram.TouchEvent) {
    this.draw(event.currentTarget.dataset['value'] as RuleFilter, PAGE);
  },

  onMore() {
    this.draw(this.data.filter, this.data.shown + PAGE);
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
