import { emptyState, failedState, READY, type LoadState } from '../../services/load-state';
import { planKept, refreshPlan, type KeptPlan } from '../../services/plan';

const NO_PLAN = emptyState({
  title: '医院还没有放上平面图',
  reason: '现在不能在手机上找路。',
  next: '请看楼里的指示牌，或者问导诊台。',
  action: { label: '打电话问医院', kind: 'call' },
});

const NEVER_OPENED = {
  title: '手机没有网络，还没有存下医院的图',
  reason: '第一次看要有网络；看过一次以后，没有网络也能找路。',
  next: '请打开 Wi-Fi 或移动数据，再试一次。急的话，请问穿红马甲的志愿者或导诊台。',
  action: { label: '再试一次', kind: 'retry' },
} as const;

interface PlanPage {
  setData(part: { load: LoadState }): void;
  /** Draws the page anew; called again where the plan turns out to be newer. */
  showPlan(plan: KeptPlan): void;
}

/** Shows what the phone keeps at once, and the hospital's newest plan when it comes. */
export async function loadPlan(page: PlanPage): Promise<void> {
  const kept = planKept();
  const show = (plan: KeptPlan): void => {
    const isEmpty = plan.places.length === 0;
    page.setData({ load: isEmpty ? NO_PLAN : READY });
    if (!isEmpty) page.showPlan(plan);
  };
  if (kept !== null) show(kept);
  const answer = await refreshPlan();
  if (answer.ok) {
    if (answer.value.version !== kept?.version) show(answer.value);
    return;
  }
  if (kept !== null) return;
  const failed = failedState(answer);
  page.setData({ load: failed.state === 'offline' ? { ...failed, text: NEVER_OPENED } : failed });
}
