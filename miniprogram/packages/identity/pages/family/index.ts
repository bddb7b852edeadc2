import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { adoptMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { familyView, type ConsentRow, type FamilyView } from './family.view';

type FamilyData = {
  load: LoadState;
  view: FamilyView | null;
  /** The consent that is about to end, and on which side of it the caller stands. */
  ending: ConsentRow | null;
  side: 'given' | 'received';
  sheet: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: FamilyData = {
  load: LOADING,
  view: null,
  ending: null,
  side: 'given',
  sheet: false,
  busy: false,
  refusal: null,
};

const revokeConsent = createCommand(api.identity.revokeConsent);
const unbindPatient = createCommand(api.identity.unbindPatient);

definePage({
  data,

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await api.identity.listFamily({});
    if (answer.ok) setChanged<FamilyData>(this, { load: READY, view: familyView(answer.value) });
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  onAsk() {
    go('familyAsk', {});
  },

  onConsent() {
    go('familyConsent', {});
  },

  onEndAsk(event: WechatMiniprogram.TouchEvent) {
    const { id, side } = event.currentTarget.dataset as { id: string; side: FamilyData['side'] };
    const ending = this.data.view?.[side].find(({ consentId }) => consentId === id) ?? null;
    this.setData({ ending, side, sheet: ending !== null });
  },

  onEndClose() {
    this.setData({ sheet: false });
  },

  async onEnd() {
    const { ending, side } = this.data;
    if (ending === null) return;
    const { consentId, patientId } = ending;
    const ended = await (side === 'given'
      ? runOnce(this, () => revokeConsent({ consentId }))
      : runOnce(this, async () => adoptMe(await unbindPatient({ patientId }))));
    this.setData({ sheet: false });
    if (ended === null) return;
    void wx.showToast({ title: '已经结束', icon: 'success' });
    await this.refresh();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
