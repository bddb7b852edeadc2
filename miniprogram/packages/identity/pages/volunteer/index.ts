import type { VolunteerDesk } from '@core/contract/assistance';
import { timeOf } from '@core/domain/calendar-day';
import { readScanned, spokenCode } from '@core/domain/identity/pairing-code';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { shortTime } from '../../../../services/dates';
import { followAction } from '../../../../services/follow-action';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { scanCode } from '../../../../services/scan-code';
import { me, refreshMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import {
  ticked,
  volunteerView,
  wantedPurposes,
  type VolunteerView,
  type WantedPurpose,
} from './volunteer.view';

type VolunteerData = {
  load: LoadState;
  view: VolunteerView | null;
  wanted: readonly WantedPurpose[];
  typed: string;
  typedError: string;
  sheet: '' | 'scan' | 'badge';
  badge: string;
  spoken: string;
  badgeUntil: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: VolunteerData = {
  load: LOADING,
  view: null,
  wanted: [],
  typed: '',
  typedError: '',
  sheet: '',
  badge: '',
  spoken: '',
  badgeUntil: '',
  busy: false,
  refusal: null,
};

const LOOK_EVERY_MS = 3_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);
const takeHelpRequest = createCommand(api.identity.takeHelpRequest);
const finishHelpRequest = createCommand(api.identity.finishHelpRequest);
const returnHelpRequest = createCommand(api.identity.returnHelpRequest);
const askAssistance = createCommand(api.identity.askAssistance);
const endAssistance = createCommand(api.identity.endAssistance);
const makeBadgeCode = createCommand(api.identity.makeBadgeCode);

definePage({
  data,
  poll,

  async look() {
    const answer = await api.identity.getVolunteerDesk({});
    if (answer.ok) await this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  async show(desk: VolunteerDesk) {
    const view = volunteerView(desk, Date.now());
    setChanged<VolunteerData>(this, { load: READY, view, wanted: wantedPurposes(desk, this.data.wanted) });
    if (view.state === 'running' && this.data.sheet !== '') this.setData({ sheet: '' });
    // The other pages and the strip on them follow what the patient decided.
    const acting = me.get()?.acting ?? null;
    const isKnown = (acting !== null) === (view.state === 'running');
    const isSame = acting === null || (acting.patient !== null) === view.hasCard;
    if (!isKnown || !isSame) await refreshMe();
  },

  async onTake(event: WechatMiniprogram.TouchEvent) {
    const helpRequestId = event.currentTarget.dataset['id'] as string;
    const taken = await runOnce(this, () => takeHelpRequest({ helpRequestId }));
    if (taken !== null) await this.show(taken.value);
  },

  async onFinish(event: WechatMiniprogram.TouchEvent) {
    const helpRequestId = event.currentTarget.dataset['id'] as string;
    const finished = await runOnce(this, () => finishHelpRequest({ helpRequestId }));
    if (finished !== null) await this.show(finished.value);
  },

  async onReturn(event: WechatMiniprogram.TouchEvent) {
    const helpRequestId = event.currentTarget.dataset['id'] as string;
    const given = await runOnce(this, () => returnHelpRequest({ helpRequestId }));
    if (given !== null) await this.show(given.value);
  },

  onOpenScan() {
    this.setData({ sheet: 'scan', typed: '', typedError: '' });
  },

  onCloseSheet() {
    this.setData({ sheet: '' });
  },

  onWanted(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    const value = event.currentTarget.dataset['value'] as string;
    const { checked } = event.detail;
    const wanted = this.data.wanted.map((one) => (one.value === value ? { ...one, ticked: checked } : one));
    this.setData({ wanted });
  },

  onTyped(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: event.detail.value, typedError: '' });
  },

  onTypedDone() {
    void this.use(this.data.typed);
  },

  async onScan() {
    const scanned = await scanCode();
    if (scanned.state === 'failed') void wx.showToast({ title: '扫不了，请输入 8 位数字', icon: 'none' });
    if (scanned.state === 'read') await this.use(scanned.text);
  },

  async use(text: string) {
    const code = readScanned(text, 'HELP');
    if (code === null) {
      this.setData({ typedError: '要患者“找人帮忙”里的求助码，8 个数字' });
      return;
    }
    const asked = await runOnce(this, () => askAssistance({ code, purposes: ticked(this.data.wanted) }));
    if (asked === null) return;
    this.setData({ sheet: '' });
    await this.look();
  },

  async onEnd() {
    const assistanceId = this.data.view?.current?.assistanceId;
    if (assistanceId === undefined) return;
    const ended = await runOnce(this, () => endAssistance({ assistanceId }));
    if (ended === null) return;
    await refreshMe();
    await this.look();
  },

  async onBadge() {
    const made = await runOnce(this, () => makeBadgeCode({}));
    if (made === null) return;
    const { code, expiresAt } = made.value;
    const badgeUntil = `${shortTime(timeOf(expiresAt))} 前有效`;
    this.setData({ sheet: 'badge', badge: `VOL:${code}`, spoken: spokenCode(code), badgeUntil });
  },

  onBook() {
    go('departments', {});
  },

  onBind() {
    go('bindAssisted', {});
  },

  onHome() {
    go('home', {});
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.look() });
  },
});
