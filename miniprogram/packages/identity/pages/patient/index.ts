import type { Me } from '@core/contract/identity';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import type { Refused } from '../../../../services/error-text';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go, goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { adoptMe, refreshMe } from '../../../../services/session';
import { patientView, type PatientView } from './patient.view';

type PatientData = {
  load: LoadState;
  patientId: string;
  view: PatientView | null;
  unbindShown: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: PatientData = {
  load: LOADING,
  patientId: '',
  view: null,
  unbindShown: false,
  busy: false,
  refusal: null,
};

const setDefault = createCommand(api.identity.setDefaultPatient);
const unbind = createCommand(api.identity.unbindPatient);

definePage({
  data,

  onLoad(query) {
    this.setData({ patientId: query['patientId'] ?? '' });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const answer = await refreshMe();
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(known: Me) {
    const card = known.patients.find(({ patientId }) => patientId === this.data.patientId);
    if (card === undefined)
      this.setData({ load: failedState({ ok: false, error: 'NOT_FOUND', detail: null }) });
    else this.setData({ load: READY, view: patientView(card) });
  },

  async run<A extends { readonly ok: true; readonly value: Me } | Refused>(command: () => Promise<A>) {
    if (this.data.busy) return null;
    const answer = await runOnce(this, async () => adoptMe(await command()));
    if (answer === null) this.setData({ unbindShown: false });
    return answer?.value ?? null;
  },

  async onDefault() {
    const known = await this.run(() => setDefault({ patientId: this.data.patientId }));
    if (known !== null) this.show(known);
  },

  onAdmissions() {
    go('ownAdmissions', { patientId: this.data.patientId });
  },

  onNumbers() {
    go('chooseNumber', { patientId: this.data.patientId });
  },

  onUnbindAsk() {
    this.setData({ unbindShown: true });
  },

  onUnbindClose() {
    this.setData({ unbindShown: false });
  },

  async onUnbind() {
    const known = await this.run(() => unbind({ patientId: this.data.patientId }));
    if (known === null) return;
    void wx.showToast({ title: '已解绑', icon: 'success' });
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
