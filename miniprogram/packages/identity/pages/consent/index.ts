import type { Me } from '@core/contract/identity';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { goBack, replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import { openPrivacyContract, privacyQuestion } from '../../../../services/privacy';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { adoptMe, refreshMe } from '../../../../services/session';
import { signIn } from '../../../../services/sign-in';
import { consentView, isSettled, type ConsentView } from './consent.view';

type ConsentData = {
  load: LoadState;
  view: ConsentView | null;
  read: boolean;
  /** The button was pressed before the box was ticked. */
  unticked: boolean;
  busy: boolean;
  refusal: RefusalText | null;
  /** Where agreeing leads; back where empty. */
  next: string;
};

const data: ConsentData = {
  load: LOADING,
  view: null,
  read: false,
  unticked: false,
  busy: false,
  refusal: null,
  next: '',
};

const giveConsent = createCommand(api.identity.giveConsent);

definePage({
  data,

  onLoad(query) {
    this.setData({ next: query['next'] ?? '' });
    void this.refresh();
  },

  async refresh() {
    const [answer, privacy] = await Promise.all([refreshMe(), privacyQuestion()]);
    if (!answer.ok) {
      this.setData({ load: failedState(answer) });
      return;
    }
    if (isSettled(answer.value, privacy)) this.leave();
    else this.setData({ load: READY, view: consentView(answer.value, privacy) });
  },

  onRead(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    this.setData({ read: event.detail.checked, unticked: false });
  },

  onUnticked() {
    this.setData({ unticked: true });
  },

  onContract() {
    openPrivacyContract();
  },

  /** Fired by the button that also answers WeChat's own question. */
  async onAgree() {
    const agreed = await runOnce(this, () => this.agree());
    if (agreed !== null) this.leave();
  },

  /** With WeChat's question still open, the agree event of the same tap does the work. */
  onPress() {
    if (this.data.view?.openType === '') void this.onAgree();
  },

  async agree() {
    const signedIn = await signIn();
    if (!signedIn.ok) return signedIn;
    const wanted = (signedIn.value satisfies Me).consentWanted;
    if (wanted === null) return signedIn;
    const shown = this.data.view?.document;
    // Another document than the one on the screen must be read first.
    const { id: documentId, version } = shown ?? wanted;
    return adoptMe(await giveConsent({ documentId, version }));
  },

  leave() {
    if (this.data.next === 'bind') replace('bind', {});
    else goBack();
  },

  onRefuse() {
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
