import { placeFinder } from '@core/domain/guide/place-names';
import type { Place } from '@core/domain/guide/plan';
import { followAction } from '../../../../services/follow-action';
import { LOADING, type LoadState } from '../../../../services/load-state';
import { goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { decodedQuery } from '../../../../services/page-query';
import { planKept, type KeptPlan } from '../../../../services/plan';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { drawOnPage } from '../../plan-canvas';
import { loadPlan } from '../../plan-load';
import { noSuchPlace } from '../../refusals';
import { scanLocation } from '../../scan-location';
import {
  buildingQuestion,
  floorQuestion,
  gateQuestion,
  landmarkQuestion,
  type StartQuestion,
} from '../../start-choice';
import { chooseMobility, mobility, positionIn, rememberPosition } from '../../walks';
import { findWay, pictureOf, placeLine, type FoundWay, type WayView } from '../../way.view';

type WayData = {
  load: LoadState;
  goal: string;
  start: string;
  /** Asked while the start is not known. */
  question: StartQuestion | null;
  stepFree: boolean;
  /** Null while the start is asked for, or where no way leads there. */
  way: WayView | null;
  /** No way without steps; there may be one with. */
  barred: boolean;
  step: number;
  floorId: string;
  whole: boolean;
  refusal: RefusalText | null;
};

const data: WayData = {
  load: LOADING,
  goal: '',
  start: '',
  question: null,
  stepFree: false,
  way: null,
  barred: false,
  step: 0,
  floorId: '',
  whole: false,
  refusal: null,
};

/** Where each open page of the way leads; kept off the page's data, which would travel with every change. */
interface Asked {
  to: string;
  place: string;
  from: string;
  found: FoundWay | null;
}
const asked = new WeakMap<object, Asked>();
const askedBy = (page: object): Asked => asked.get(page) ?? { to: '', place: '', from: '', found: null };

function goalOf(plan: KeptPlan, { to, place }: Asked): Place | null {
  if (to !== '') return plan.places.find(({ placeId }) => placeId === to) ?? null;
  return placeFinder(plan.places, plan.floors)(place);
}

definePage({
  data,

  onLoad(query) {
    const { to = '', place = '', from = '' } = decodedQuery(query);
    asked.set(this, { to, place, from, found: null });
    this.setData({ stepFree: mobility() === 'step-free' });
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
    const wanted = askedBy(this);
    const goal = goalOf(plan, wanted);
    if (goal === null) {
      this.setData({ load: { state: 'refused', text: noSuchPlace(wanted.place) } });
      return;
    }
    wanted.to = goal.placeId;
    this.setData({ goal: placeLine(plan, goal) });
    if (plan.places.some(({ placeId }) => placeId === wanted.from)) this.startFrom(wanted.from);
    else this.setData({ question: gateQuestion(plan, positionIn(plan)), way: null });
  },

  startFrom(placeId: string) {
    const plan = planKept();
    const wanted = askedBy(this);
    const from = plan?.places.find((place) => place.placeId === placeId);
    const to = plan?.places.find((place) => place.placeId === wanted.to);
    if (plan === null || from === undefined || to === undefined) return;
    wanted.from = placeId;
    rememberPosition(placeId);
    wanted.found = findWay(plan, { from, to }, this.data.stepFree ? 'step-free' : 'any');
    this.setData({
      question: null,
      start: placeLine(plan, from),
      way: wanted.found?.view ?? null,
      barred: wanted.found === null,
    });
    this.showStep(0);
  },

  showStep(step: number) {
    const { found } = askedBy(this);
    const floorId = found?.directions[step]?.floorId ?? '';
    this.setData({ step, floorId }, () => this.draw());
  },

  draw() {
    const plan = planKept();
    const { found } = askedBy(this);
    if (plan === null || found === null) return;
    const { floorId, step, whole, shell } = this.data;
    const picture = pictureOf(plan, found, { floorId, step, whole, fontScale: shell.fontScale });
    if (picture !== null) drawOnPage(picture);
  },

  onNext() {
    const last = (this.data.way?.steps.length ?? 1) - 1;
    if (this.data.step < last) {
      this.showStep(this.data.step + 1);
      return;
    }
    rememberPosition(askedBy(this).to);
    goBack();
  },

  onBefore() {
    this.showStep(Math.max(0, this.data.step - 1));
  },

  onStep(event: WechatMiniprogram.TouchEvent) {
    this.showStep(event.currentTarget.dataset['index'] as number);
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onFloor(event: WechatMiniprogram.TouchEvent) {
    this.setData({ floorId: event.currentTarget.dataset['id'] as string }, () => this.draw());
  },

  onWhole() {
    this.setData({ whole: !this.data.whole }, () => this.draw());
  },

  onStepFree(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.choose(event.detail.checked);
  },

  onAllowSteps() {
    this.choose(false);
  },

  choose(stepFree: boolean) {
    chooseMobility(stepFree ? 'step-free' : 'any');
    this.setData({ stepFree });
    this.startFrom(askedBy(this).from);
  },

  onChangeStart() {
    const plan = planKept();
    if (plan === null) return;
    this.setData({ question: gateQuestion(plan, positionIn(plan)), way: null, barred: false });
  },

  onLost() {
    const plan = planKept();
    if (plan !== null) this.setData({ question: buildingQuestion(plan) });
  },

  onAnswer(event: WechatMiniprogram.TouchEvent) {
    const plan = planKept();
    const { question } = this.data;
    if (plan === null || question === null) return;
    const id = event.currentTarget.dataset['id'] as string;
    if (question.asks === 'building') this.setData({ question: floorQuestion(plan, id) });
    else if (question.asks === 'floor') this.setData({ question: landmarkQuestion(plan, id) });
    else this.startFrom(id);
  },

  async onScan() {
    const plan = planKept();
    const scanned = plan === null ? null : await scanLocation(plan);
    if (scanned === null) return;
    if ('placeId' in scanned) this.startFrom(scanned.placeId);
    else this.setData({ refusal: scanned.refusal });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void loadPlan(this) });
  },
});
