import type { OwnSession } from '@core/contract/clinic-views';
import type { SessionQueue } from '@core/contract/visit-views';
import { api } from '../../services/api';
import { createCommand } from '../../services/command';
import { runOnce } from '../../services/busy-page';
import type { Refused } from '../../services/error-text';
import { followAction } from '../../services/follow-action';
import {
  afterRefresh,
  emptyState,
  failedState,
  LOADING,
  READY,
  type LoadState,
} from '../../services/load-state';
import { go, type RouteName } from '../../services/navigate';
import { definePage } from '../../services/page';
import type { ActionKind, RefusalText } from '../../services/refusal-texts/refusal-text';
import { setChanged } from '../../services/set-changed';
import { createVisiblePoll } from '../../services/visible-poll';
import { refreshMe } from '../../services/session';
import { queueView, sessionChoices, sessionsToday, shownSession, type QueueView } from './clinic.view';

type Step = 'callNext' | 'callAgain' | 'passPatient' | 'returnPatient' | 'startEncounter' | 'finishEncounter';

type ClinicData = {
  load: LoadState;
  sessionId: string;
  choices: readonly { readonly value: string; readonly title: string; readonly note: string }[];
  view: QueueView | null;
  criticalCount: number;
  busy: boolean;
  /** The one whose place in the queue is being changed out of turn. */
  outOfTurn: string;
  refusal: RefusalText | null;
};

const data: ClinicData = {
  load: LOADING,
  sessionId: '',
  choices: [],
  view: null,
  criticalCount: 0,
  busy: false,
  outOfTurn: '',
  refusal: null,
};

const NO_SESSION = emptyState({
  title: '今天没有您的门诊',
  reason: '这里会列出今天来看您的病人。',
  next: '后面几天的门诊在“我的门诊”里。',
  action: null,
});

/** The role was taken back, or has ended, while the tab was open: only the server knows. */
const NO_ROLE: LoadState = {
  state: 'refused',
  text: {
    title: '这里只有出诊医生能看',
    reason: '您的医生身份到期了，或者已经收回。',
    next: '还要出诊的话，请找管理员重新开通。',
    action: { label: '回首页', kind: 'home' },
  },
};

const LOOK_EVERY_MS = 4_000;
const poll = createVisiblePoll(LOOK_EVERY_MS, 'when-told');

const CRITICAL_EVERY_MS = 20_000;
/** When a page last asked for critical values. */
const criticalAskedAt = new WeakMap<object, number>();

const callNext = createCommand(api.visit.callNext);
const steps = {
  callAgain: createCommand(api.visit.callAgain),
  passPatient: createCommand(api.visit.passPatient),
  returnPatient: createCommand(api.visit.returnPatient),
  startEncounter: createCommand(api.visit.startEncounter),
  finishEncounter: createCommand(api.visit.finishEncounter),
} as const;

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

const idOf = ({ currentTarget }: Tap): string => currentTarget.dataset['id'] ?? '';

definePage({
  tab: 4,
  data,
  poll,

  onShow() {
    void this.start();
  },

  async onPullDownRefresh() {
    await this.start();
    void wx.stopPullDownRefresh();
  },

  async start() {
    const answer = await api.clinic.listOwnSessions({});
    if (!answer.ok) {
      if (answer.error === 'NOT_FOUND') this.leave();
      else this.fail(answer);
      return;
    }
    this.choose(sessionsToday(answer.value, Date.now()));
    criticalAskedAt.delete(this);
    poll.show(this);
  },

  choose(today: readonly OwnSession[]) {
    const session = shownSession(today, this.data.sessionId, Date.now());
    const choices = today.length > 1 ? sessionChoices(today) : [];
    this.setData({ sessionId: session?.sessionId ?? '', choices });
    if (session === null) this.setData({ load: NO_SESSION, view: null });
  },

  /** Nothing of a patient stays on the screen of somebody who is no doctor here; the tab goes with the role. */
  leave() {
    poll.hide(this);
    this.setData({ load: NO_ROLE, view: null, choices: [], sessionId: '', criticalCount: 0, outOfTurn: '' });
    void refreshMe();
  },

  /** A doctor who sees patients all morning is not to find a critical value at noon. */
  async countCritical() {
    const now = Date.now();
    if (now - (criticalAskedAt.get(this) ?? 0) < CRITICAL_EVERY_MS) return;
    criticalAskedAt.set(this, now);
    const before = this.data.criticalCount;
    const answer = await api.report.listCritical({});
    if (!answer.ok) return;
    const { length } = answer.value.lines;
    setChanged<ClinicData>(this, { criticalCount: length });
    if (length > before) void wx.vibrateLong();
  },

  isBusy(): boolean {
    return this.data.busy;
  },

  async look() {
    void this.countCritical();
    const { sessionId } = this.data;
    if (sessionId === '' || this.isBusy()) return;
    const answer = await api.visit.getQueue({ sessionId });
    // Another half-day was chosen, or a step was taken meanwhile.
    if (sessionId !== this.data.sessionId || this.isBusy()) return;
    if (answer.ok) this.show(answer.value);
    else if (answer.error === 'NOT_FOUND' && (await this.isRevoked())) this.leave();
    else this.fail(answer);
  },

  async isRevoked(): Promise<boolean> {
    const own = await api.clinic.listOwnSessions({});
    return !own.ok && own.error === 'NOT_FOUND';
  },

  show(queue: SessionQueue) {
    setChanged<ClinicData>(this, { load: READY, view: queueView(queue, Date.now()) });
  },

  fail(refused: Refused) {
    setChanged<ClinicData>(this, { load: afterRefresh(this.data.load, failedState(refused)) });
  },

  onSession(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ sessionId: event.detail.value, load: LOADING, view: null });
    void this.look();
  },

  async onCallNext() {
    const { sessionId } = this.data;
    const answer = await runOnce(this, () => callNext({ sessionId, appointmentId: null, reason: null }));
    if (answer) this.show(answer.value);
    else void this.look();
  },

  async onStep(event: Tap) {
    const step = event.currentTarget.dataset['step'] as Exclude<Step, 'callNext'>;
    const appointmentId = idOf(event);
    const answer = await runOnce(this, () => steps[step]({ appointmentId }));
    if (!answer) {
      void this.look();
      return;
    }
    this.show(answer.value);
    if (step === 'startEncounter') go('encounter', { appointmentId });
  },

  onPatient(event: Tap) {
    go('encounter', { appointmentId: idOf(event) });
  },

  onOutOfTurn(event: Tap) {
    this.setData({ outOfTurn: idOf(event) });
  },

  onOutOfTurnClose() {
    this.setData({ outOfTurn: '' });
  },

  async onOutOfTurnReason(event: Tap) {
    const { sessionId, outOfTurn: appointmentId } = this.data;
    const reason = event.currentTarget.dataset['reason'] ?? '';
    const answer = await runOnce(this, () => callNext({ sessionId, appointmentId, reason }));
    this.setData({ outOfTurn: '' });
    if (answer) this.show(answer.value);
  },

  onLink(event: Tap) {
    go(event.currentTarget.dataset['page'] as RouteName, {} as never);
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.start() });
  },
});
