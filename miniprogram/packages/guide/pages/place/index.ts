import { followAction } from '../../../../services/follow-action';
import { LOADING, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { decodedQuery } from '../../../../services/page-query';
import { planKept, type KeptPlan } from '../../../../services/plan';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { drawOnPage } from '../../plan-canvas';
import { loadPlan } from '../../plan-load';
import { noSuchPlace } from '../../refusals';
import { rememberPosition } from '../../walks';
import { placeView, type PlaceView } from './place.view';

type PlaceData = { load: LoadState; placeId: string; view: PlaceView | null; whole: boolean };

const data: PlaceData = { load: LOADING, placeId: '', view: null, whole: false };

definePage({
  data,

  onLoad(query) {
    this.setData({ placeId: decodedQuery(query)['placeId'] ?? '' });
    void loadPlan(this);
  },

  /** A phone may have been turned, or the letters enlarged, while another page was open. */
  onShow() {
    this.draw();
  },

  onResize() {
    this.draw();
  },

  showPlan(plan: KeptPlan) {
    const place = plan.places.find(({ placeId }) => placeId === this.data.placeId);
    if (place === undefined) this.setData({ load: { state: 'refused', text: noSuchPlace('') } });
    else this.setData({ view: placeView(plan, place) }, () => this.draw());
  },

  draw() {
    const plan = planKept();
    const goal = plan?.places.find(({ placeId }) => placeId === this.data.placeId);
    const drawing = plan?.drawings.find(({ floorId }) => floorId === goal?.floorId)?.drawing;
    if (goal === undefined || drawing === undefined) return;
    const { whole, shell } = this.data;
    drawOnPage({ drawing, way: [], now: [], start: null, goal, whole, fontScale: shell.fontScale });
  },

  onWhole() {
    this.setData({ whole: !this.data.whole }, () => this.draw());
  },

  onWay() {
    go('way', { to: this.data.placeId });
  },

  onHere() {
    rememberPosition(this.data.placeId);
    go('guide', {});
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void loadPlan(this) });
  },
});
