import type { CriticalList, UnacknowledgedList } from '@core/contract/report';
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
import { go } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind, RefusalText } from '../../../../services/refusal-texts/refusal-text';
import { knownMe } from '../../../../services/session';
import { setChanged } from '../../../../services/set-changed';
import { askSubscribe, maySubscribe, prepareSubscribe } from '../../../../services/subscribe';
import { subscribedText } from '../../../../services/subscribe-texts';
import { createVisiblePoll } from '../../../../services/visible-poll';
import { criticalCard, ruleWords, type CriticalCard } from './critical.view';
import { lyingRow, type LyingRow } from './lying.view';

type CriticalData = {
  load: LoadState;
  cards: readonly CriticalCard[];
  /** What lies unacknowledged in the whole hospital, for administrators. */
  lying: readonly LyingRow[];
  /** Who else is shown what nobody acknowledges; empty as long as the hospital's rule is not known. */
  rule: string;
  /** The hospital can tell of the next one by WeChat, and was not asked to yet. */
  tellable: boolean;
  busy: boolean;
  refusal: RefusalText | null;
};

const data: CriticalData = {
  load: LOADING,
  cards: [],
  lying: [],
  rule: '',
  tellable: false,
  busy: false,
  refusal: null,
};

const REPORTED = ['critical-reported'] as const;
const LOOK_EVERY_MS = 5_000;
const poll = createVisiblePoll(LOOK_EVERY_MS);

const NONE = emptyState({
  title: '没有等您确认的危急值',
  reason: '您开的检查里有危急值，会列在这里；别的医生开的，等久了没有人确认，也会列出来。',
  next: '您确认以后，病人才能看到报告。',
  action: null,
});

const NONE_LIES = emptyState({
  title: '没有等着确认的危急值',
  reason: '医生还没有确认的危急值，会列在这里。',
  next: '等久了的，请打电话催，或给能顶班的医生开通身份。',
  action: null,
});

/** Several doctors may see the same one: what is left for the second. */
const ANOTHER_WAS_FIRST: RefusalText = {
  title: '这一份不用您确认了',
  reason: '别的医生刚刚确认过，或者检验科收回、更正了报告。',
  next: '列出来的是现在还要确认的。',
  action: { label: '知道了', kind: 'dismiss' },
};

const acknowledge = createCommand(api.report.acknowledgeCritical);

interface Tap {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> };
}

definePage({
  data,
  poll,

  onLoad() {
    void prepareSubscribe().then(() => this.setData({ tellable: maySubscribe(REPORTED) }));
  },

  async look() {
    if (!this.data.busy) await this.refresh();
  },

  async refresh() {
    const known = await knownMe();
    const roles = known.ok ? known.value.roles.map(({ role }) => role) : [];
    if (roles.includes('administrator')) await this.refreshLying(roles.includes('doctor'));
    if (roles.includes('doctor') || !roles.includes('administrator')) await this.refreshOwn();
  },

  async refreshOwn() {
    const answer = await api.report.listCritical({});
    if (answer.ok) this.show(answer.value);
    else setChanged<CriticalData>(this, { load: afterRefresh(this.data.load, failedState(answer)) });
  },

  async refreshLying(isDoctor: boolean) {
    const answer = await api.report.listUnacknowledged({});
    if (answer.ok) this.showLying(answer.value, isDoctor);
    else if (!isDoctor)
      setChanged<CriticalData>(this, { load: afterRefresh(this.data.load, failedState(answer)) });
  },

  show({ lines, rules }: CriticalList) {
    const cards = lines.map((line) => criticalCard(line, Date.now()));
    setChanged<CriticalData>(this, {
      load: cards.length + this.data.lying.length === 0 ? NONE : READY,
      cards,
      rule: ruleWords(rules),
    });
  },

  showLying({ lines, rules }: UnacknowledgedList, isDoctor: boolean) {
    const lying = lines.map((line) => lyingRow(line, Date.now()));
    setChanged<CriticalData>(this, { lying, rule: ruleWords(rules) });
    if (!isDoctor) setChanged<CriticalData>(this, { load: lying.length === 0 ? NONE_LIES : READY });
  },

  async onAcknowledge({ currentTarget }: Tap) {
    const card = this.data.cards.find(({ reportId }) => reportId === currentTarget.dataset['id']);
    if (!card) return;
    const { reportId, version } = card;
    const done = await runOnce(this, () => acknowledge({ reportId, version }));
    await this.refresh();
    const waits = this.data.cards.some((one) => one.reportId === reportId && one.version === version);
    if (!done && !waits) this.setData({ refusal: ANOTHER_WAS_FIRST });
  },

  /** A phone that is put away can tell of the next one only through WeChat, once for each yes. */
  onTell() {
    // WeChat's question must be asked inside of the tap.
    void askSubscribe(REPORTED).then((outcome) =>
      this.setData({ refusal: subscribedText(outcome), tellable: outcome !== 'accepted' }),
    );
  },

  onCall({ currentTarget }: Tap) {
    wx.makePhoneCall({ phoneNumber: currentTarget.dataset['phone'] ?? '', fail: () => undefined });
  },

  onPatient({ currentTarget }: Tap) {
    go('encounter', { appointmentId: currentTarget.dataset['id'] ?? '' });
  },

  onRefusalClose() {
    this.setData({ refusal: null });
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    this.setData({ refusal: null });
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
