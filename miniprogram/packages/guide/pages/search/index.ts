import { searchPlaces } from '@core/domain/guide/place-search';
import { followAction } from '../../../../services/follow-action';
import { LOADING, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { planKept, type KeptPlan } from '../../../../services/plan';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { loadPlan } from '../../plan-load';
import { scanLocation } from '../../scan-location';
import { positionIn, rememberPosition } from '../../walks';
import { placeLine } from '../../way.view';
import { EVERYDAY, findPlaces, type FoundRow } from './search.view';

type SearchData = {
  load: LoadState;
  typed: string;
  found: readonly FoundRow[];
  /** What was found is only what may have been meant. */
  isGuess: boolean;
  everyday: readonly string[];
  /** Where the person said to be; empty where nobody knows. */
  position: string;
  /** The emergency department; empty where the plan shows none. */
  emergency: string;
  refusal: RefusalText | null;
};

const data: SearchData = {
  load: LOADING,
  typed: '',
  found: [],
  isGuess: false,
  everyday: EVERYDAY,
  position: '',
  emergency: '',
  refusal: null,
};

definePage({
  data,

  onLoad() {
    void loadPlan(this);
  },

  onShow() {
    const plan = planKept();
    if (plan !== null) this.showPlan(plan);
  },

  showPlan(plan: KeptPlan) {
    const position = positionIn(plan);
    this.setData({
      position: position === null ? '' : placeLine(plan, position),
      emergency: searchPlaces(plan, '急诊')[0]?.placeId ?? '',
    });
    this.look(this.data.typed);
  },

  look(typed: string) {
    const plan = planKept();
    const { rows, isGuess } = plan === null ? { rows: [], isGuess: false } : findPlaces(plan, typed);
    this.setData({ typed, found: rows, isGuess });
  },

  onSearch(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.look(event.detail.value);
  },

  onEveryday(event: WechatMiniprogram.TouchEvent) {
    this.look(event.currentTarget.dataset['word'] as string);
  },

  onSearchEnd() {
    this.look('');
  },

  onPlace(event: WechatMiniprogram.CustomEvent) {
    go('place', { placeId: event.currentTarget.dataset['id'] as string });
  },

  async onScan() {
    const plan = planKept();
    const scanned = plan === null ? null : await scanLocation(plan);
    if (plan === null || scanned === null) return;
    if ('placeId' in scanned) {
      rememberPosition(scanned.placeId);
      this.showPlan(plan);
    } else this.setData({ refusal: scanned.refusal });
  },

  onParking() {
    go('parking', {});
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void loadPlan(this) });
  },
});
