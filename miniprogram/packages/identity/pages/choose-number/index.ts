import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { refreshMe } from '../../../../services/session';
import { forgetNumbers, offeredNumbers } from '../../number-choice';
import { KEEP, numberOptions, type NumberOption } from './choose-number.view';

type ChooseData = {
  load: LoadState;
  patientId: string;
  who: string;
  options: readonly NumberOption[];
  chosen: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: ChooseData = {
  load: LOADING,
  patientId: '',
  who: '',
  options: [],
  chosen: '',
  busy: false,
  refusal: null,
};

const chooseNumber = createCommand(api.identity.chooseOutpatientNumber);

definePage({
  data,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '' });
    void this.refresh();
  },

  async refresh() {
    const answer = await refreshMe();
    if (!answer.ok) {
      this.setData({ load: failedState(answer) });
      return;
    }
    const { patientId } = this.data;
    const card = answer.value.patients.find((patient) => patient.patientId === patientId);
    if (card === undefined) {
      this.setData({ load: failedState({ ok: false, error: 'NOT_FOUND', detail: null }) });
      return;
    }
    const options = numberOptions(card, offeredNumbers(patientId));
    this.setData({ load: READY, who: card.maskedName, options, chosen: options[0]?.value ?? '' });
  },

  onChange(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ chosen: event.detail.value });
  },

  async onSave() {
    const { patientId, chosen } = this.data;
    if (chosen === KEEP) {
      goBack();
      return;
    }
    const done = await runOnce(this, () => chooseNumber({ patientId, reference: chosen }));
    if (done === null) return;
    forgetNumbers();
    void wx.showToast({ title: '已设为常用', icon: 'success' });
    goBack();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
