import { api } from '../../../../services/api';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { addressOf, go, goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { refreshMe } from '../../../../services/session';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { agreedSince, askView, type AskView } from './family-ask.view';

type AskData = {
  load: LoadState;
  view: AskView | null;
  openedAt: number;
  /** Who agreed; then there is nothing left to show. */
  agreed: string;
};

const data: AskData = { load: LOADING, view: null, openedAt: 0, agreed: '' };

const LOOK_EVERY_MS = 4_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);
const askRelative = createCommand(api.identity.askRelative);

definePage({
  data,
  poll,

  onLoad() {
    // What the family already has does not count; a moment's difference of clocks does no harm.
    this.setData({ openedAt: Date.now() - 5_000 });
    void this.makeCode();
  },

  onShow() {
    // Back from binding one's own card.
    if (this.data.load.state === 'refused') void this.makeCode();
  },

  async makeCode() {
    const answer = await askRelative({});
    if (answer.ok) this.setData({ load: READY, view: askView(answer.value, Date.now()) });
    else this.setData({ load: failedState(answer) });
  },

  /** Whether the family said yes on the other phone. */
  async look() {
    if (this.data.view === null || this.data.agreed !== '') return;
    const answer = await api.identity.listFamily({});
    const agreed = answer.ok ? agreedSince(answer.value, this.data.openedAt) : '';
    if (agreed === '') return;
    await refreshMe();
    this.setData({ agreed });
  },

  onShareAppMessage(): WechatMiniprogram.Page.ICustomShareContent {
    const code = this.data.view?.code ?? '';
    return { title: '想替您挂号，请您点同意', path: addressOf('familyConsent', { code }) };
  },

  onNewCode() {
    this.setData({ load: LOADING, view: null });
    void this.makeCode();
  },

  onDone() {
    goBack();
  },

  onBook() {
    go('departments', {});
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.makeCode() });
  },
});
