import type { Help, HelpWish } from '@core/contract/assistance';
import { spokenCode } from '@core/domain/identity/pairing-code';
import { timeOf } from '@core/domain/calendar-day';
import { api } from '../../../../services/api';
import { runOnce } from '../../../../services/busy-page';
import { createCommand } from '../../../../services/command';
import { shortTime } from '../../../../services/dates';
import { followAction } from '../../../../services/follow-action';
import { callHospital } from '../../../../services/hospital-phone';
import { afterRefresh, failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { setChanged } from '../../../../services/set-changed';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { wishOptions } from '../../help-words';
import {
  askingChoice,
  helpView,
  tickedPurposes,
  tickPurpose,
  type AskingChoice,
  type HelpView,
} from './help.view';

type HelpData = {
  load: LoadState;
  view: HelpView | null;
  asking: AskingChoice | null;
  wishes: typeof wishOptions;
  wish: HelpWish;
  place: string;
  placeError: string;
  sheet: '' | 'request' | 'code';
  code: string;
  spoken: string;
  codeUntil: string;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: HelpData = {
  load: LOADING,
  view: null,
  asking: null,
  wishes: wishOptions,
  wish: 'way',
  place: '',
  placeError: '',
  sheet: '',
  code: '',
  spoken: '',
  codeUntil: '',
  busy: false,
  refusal: null,
};

const LOOK_EVERY_MS = 3_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);
const requestHelp = createCommand(api.identity.requestHelp);
const cancelHelp = createCommand(api.identity.cancelHelp);
const makeHelpCode = createCommand(api.identity.makeHelpCode);
const consentToAssistance = createCommand(api.identity.consentToAssistance);
const declineAssistance = createCommand(api.identity.declineAssistance);
const endAssistance = createCommand(api.identity.endAssistance);

definePage({
  data,
  poll,

  onLoad(query) {
    // Another page may know where the person stands.
    this.setData({ place: decodeURIComponent(query['place'] ?? '') });
  },

  async look() {
    const answer = await api.identity.getHelp({});
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show(help: Help) {
    const asking = askingChoice(help, this.data.asking);
    setChanged<HelpData>(this, { load: READY, view: helpView(help, Date.now()), asking });
    // The volunteer has scanned it: what matters now is the question.
    if (asking !== null && this.data.sheet === 'code') this.setData({ sheet: '' });
  },

  onOpenRequest() {
    this.setData({ sheet: 'request', placeError: '' });
  },

  onCloseSheet() {
    this.setData({ sheet: '' });
  },

  onWish(event: WechatMiniprogram.CustomEvent<{ value: HelpWish }>) {
    this.setData({ wish: event.detail.value });
  },

  onPlace(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ place: event.detail.value, placeError: '' });
  },

  async onRequest() {
    const { wish } = this.data;
    const place = this.data.place.trim();
    if (place === '') {
      this.setData({ placeError: '请写您在哪里，志愿者好找您' });
      return;
    }
    const asked = await runOnce(this, () => requestHelp({ wish, place }));
    this.setData({ sheet: '' });
    if (asked !== null) this.show(asked.value);
  },

  async onCancelRequest() {
    const helpRequestId = this.data.view?.request?.helpRequestId;
    if (helpRequestId === undefined) return;
    const cancelled = await runOnce(this, () => cancelHelp({ helpRequestId }));
    if (cancelled !== null) this.show(cancelled.value);
  },

  async onCode() {
    const made = await runOnce(this, () => makeHelpCode({}));
    if (made === null) return;
    const { code, expiresAt } = made.value;
    const codeUntil = `${shortTime(timeOf(expiresAt))} 前有效`;
    this.setData({ sheet: 'code', code: `HELP:${code}`, spoken: spokenCode(code), codeUntil });
  },

  onPurpose(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
    const { asking } = this.data;
    const value = event.currentTarget.dataset['value'] as string;
    if (asking !== null) this.setData({ asking: tickPurpose(asking, value, event.detail.checked) });
  },

  onMinutes(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    const { asking } = this.data;
    if (asking !== null) this.setData({ asking: { ...asking, minutes: event.detail.value } });
  },

  async onAgree() {
    const { asking } = this.data;
    if (asking === null) return;
    const { assistanceId } = asking;
    const terms = { purposes: tickedPurposes(asking), minutes: Number(asking.minutes) };
    const agreed = await runOnce(this, () => consentToAssistance({ assistanceId, ...terms }));
    if (agreed !== null) this.show(agreed.value);
  },

  async onDecline() {
    const { asking } = this.data;
    if (asking === null) return;
    const { assistanceId } = asking;
    const declined = await runOnce(this, () => declineAssistance({ assistanceId }));
    if (declined !== null) this.show(declined.value);
  },

  async onEnd() {
    const assistanceId = this.data.view?.running?.assistanceId;
    if (assistanceId === undefined) return;
    const ended = await runOnce(this, () => endAssistance({ assistanceId }));
    if (ended !== null) go('assistanceSummary', { assistanceId });
  },

  onSummary() {
    const assistanceId = this.data.view?.last?.assistanceId;
    if (assistanceId !== undefined) go('assistanceSummary', { assistanceId });
  },

  onCall() {
    void callHospital();
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.look() });
  },
});
