import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../../../services/load-state';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { refreshMe } from '../../../../services/session';
import { ownCards } from '../../own-cards';
import { accessDays, type AccessDay } from './accesses.view';

type AccessData = {
  load: LoadState;
  about: 'looked' | 'acted';
  cards: ReturnType<typeof ownCards>;
  patientId: string;
  days: readonly AccessDay[];
  /** Whose consent is about to be taken back. */
  revoking: { readonly consentId: string; readonly who: string } | null;
  sheet: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: AccessData = {
  load: LOADING,
  about: 'looked',
  cards: [],
  patientId: '',
  days: [],
  revoking: null,
  sheet: false,
  busy: false,
  refusal: null,
};

const revokeConsent = createCommand(api.identity.revokeConsent);

const TITLES = { looked: '谁看过我的信息', acted: '谁替我办过事' } as const;

const NOBODY = {
  looked: emptyState({
    title: '还没有别人看过',
    reason: '医生、护士、窗口、家人或志愿者看过您的信息，都会记在这里。',
    next: '您自己看的不算。',
    action: null,
  }),
  acted: emptyState({
    title: '还没有别人替您办过事',
    reason: '家人、志愿者或窗口替您办的每件事，都会记在这里，改不了也删不掉。',
    next: '刚办的事，一分钟左右出现。',
    action: null,
  }),
} as const;

const NO_CARD = emptyState({
  title: '先绑定就诊人',
  reason: '绑好卡以后，这里会显示谁看过、谁办过。',
  next: '',
  action: { label: '绑定就诊人', kind: 'bind' },
});

definePage({
  data,

  onLoad(query) {
    const about = query['about'] === 'acted' ? 'acted' : 'looked';
    this.setData({ about, patientId: query['patientId'] ?? '' });
    void wx.setNavigationBarTitle({ title: TITLES[about] });
  },

  onShow() {
    void this.refresh();
  },

  async refresh() {
    const known = await refreshMe();
    if (!known.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(known)) });
      return;
    }
    const cards = ownCards(known.value);
    const patientId =
      cards.find(({ value }) => value === this.data.patientId)?.value ?? cards[0]?.value ?? '';
    this.setData({ cards, patientId });
    if (patientId === '') this.setData({ load: NO_CARD });
    else await this.list();
  },

  async list() {
    const { patientId, about } = this.data;
    const answer = await api.identity.listAccesses({ patientId, about });
    // Another card was chosen meanwhile.
    if (patientId !== this.data.patientId) return;
    if (!answer.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
      return;
    }
    const days = accessDays(answer.value, about, Date.now());
    this.setData({ days, load: days.length === 0 ? NOBODY[about] : READY });
  },

  onCard(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ patientId: event.detail.value, load: LOADING, days: [] });
    void this.list();
  },

  onRevokeAsk(event: WechatMiniprogram.TouchEvent) {
    const { id, who } = event.currentTarget.dataset as { id: string; who: string };
    this.setData({ revoking: { consentId: id, who }, sheet: true });
  },

  onRevokeClose() {
    this.setData({ sheet: false });
  },

  async onRevoke() {
    const { revoking } = this.data;
    if (revoking === null) return;
    const { consentId } = revoking;
    const revoked = await runOnce(this, () => revokeConsent({ consentId }));
    this.setData({ sheet: false });
    if (revoked === null) return;
    void wx.showToast({ title: '已经收回', icon: 'success' });
    await this.list();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
