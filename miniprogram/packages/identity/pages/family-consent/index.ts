import type { ConsentView } from '@core/contract/family';
import { readScanned } from '@core/domain/identity/pairing-code';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go, goBack } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { scanCode } from '../../../../services/scan-code';
import { missingStep, refreshMe } from '../../../../services/session';
import { ownCards } from '../../own-cards';
import { consentChoice, tick, tickedScopes, type ConsentChoice } from './family-consent.view';

type ConsentData = {
  load: LoadState;
  step: 'code' | 'choose' | 'done';
  code: string;
  typed: string;
  typedError: string;
  cards: ReturnType<typeof ownCards>;
  patientId: string;
  choice: ConsentChoice | null;
  given: ConsentView | null;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: ConsentData = {
  load: LOADING,
  step: 'code',
  code: '',
  typed: '',
  typedError: '',
  cards: [],
  patientId: '',
  choice: null,
  given: null,
  busy: false,
  refusal: null,
};

const grantConsent = createCommand(api.identity.grantConsent);

definePage({
  data,

  onLoad(query) {
    this.setData({ code: query['code'] ?? '' });
  },

  onShow() {
    if (this.data.step !== 'done') void this.refresh();
  },

  async refresh() {
    const known = await refreshMe();
    if (!known.ok) {
      this.setData({ load: afterRefresh(this.data.load, failedState(known)) });
      return;
    }
    const missing = missingStep({ ...known.value, acting: null });
    if (missing === 'sign-in' || missing === 'consent') {
      const error = missing === 'sign-in' ? ('SIGNED_OUT' as const) : ('CONSENT_MISSING' as const);
      this.setData({ load: failedState({ ok: false, error, detail: null }) });
      return;
    }
    const cards = ownCards(known.value);
    const patientId =
      cards.find(({ value }) => value === this.data.patientId)?.value ?? cards[0]?.value ?? '';
    this.setData({ cards, patientId, load: READY });
    if (this.data.code !== '' && this.data.choice === null) await this.look(this.data.code);
  },

  /** Who asks, by the code. */
  async look(code: string) {
    const answer = await runOnce(this, () => api.identity.getInvitation({ code }));
    if (answer === null) this.setData({ code: '' });
    else this.setData({ code, step: 'choose', choice: consentChoice(answer.value) });
  },

  async onScan() {
    const scanned = await scanCode();
    if (scanned.state === 'failed') void wx.showToast({ title: '扫不了，请输入 8 位数字', icon: 'none' });
    if (scanned.state === 'read') await this.use(scanned.text);
  },

  onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: event.detail.value, typedError: '' });
  },

  onTypedDone() {
    void this.use(this.data.typed);
  },

  async use(text: string) {
    const code = readScanned(text, 'FAM');
    if (code === null) this.setData({ typedError: '是 8 个数字，请再看一遍家人的手机' });
    else await this.look(code);
  },

  onCard(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ patientId: event.detail.value });
  },

  onScope(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    const { choice } = this.data;
    const value = event.currentTarget.dataset['value'] as string;
    if (choice !== null) this.setData({ choice: tick(choice, value, event.detail.checked) });
  },

  onPeriod(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { choice } = this.data;
    if (choice !== null) this.setData({ choice: { ...choice, period: event.detail.value } });
  },

  async onAgree() {
    const { choice, code, patientId } = this.data;
    if (choice === null) return;
    const terms = { scopes: tickedScopes(choice), days: Number(choice.period) };
    const given = await runOnce(this, () => grantConsent({ code, patientId, ...terms }));
    if (given !== null) this.setData({ step: 'done', given: given.value });
  },

  onBind() {
    go('bind', {});
  },

  onLeave() {
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
