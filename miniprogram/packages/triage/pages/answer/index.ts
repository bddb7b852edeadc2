import type { Organization } from '@core/contract/catalog';
import type { GuideAnswer } from '@core/domain/triage/guide';
import type { HospitalRoutes } from '@core/domain/triage/offers';
import { followAction } from '../../../../services/follow-action';
import { hospital } from '../../../../services/hospital';
import { callHospital } from '../../../../services/hospital-phone';
import { failedState, LOADING, READY, type LoadState } from '../../../../services/load-state';
import { go, goBack, replace } from '../../../../services/navigate';
import { definePage } from '../../../../services/page';
import type { ActionKind } from '../../../../services/refusal-texts/refusal-text';
import { hospitalRoutes, routesKept } from '../../../../services/triage/routes-kept';
import { addToTriage, triageSession } from '../../../../services/triage/triage-session';
import { fullGuide } from '../../full-guide';
import { answerView, type AnswerView } from './answer.view';

type AnswerData = {
  load: LoadState;
  view: AnswerView | null;
  organization: Organization | null;
};

const data: AnswerData = { load: LOADING, view: null, organization: null };

/** The routes were never heard: without them no clinic can be named. */
const NO_ROUTES: LoadState = {
  state: 'offline',
  text: {
    title: '没有网络，查不到本院的门诊',
    reason: '没有听到要马上去急诊的情况。',
    next: '连上网再看一次；拿不准请打电话问医院。',
    action: { label: '再试一次', kind: 'retry' },
  },
};

definePage({
  data,

  onLoad() {
    const routes = routesKept();
    if (routes !== null) this.show(routes);
    void this.refresh();
    void this.loadHospital();
  },

  async refresh() {
    const answer = await hospitalRoutes();
    if (answer.ok) this.show(answer.value);
    else this.setData({ load: answer.error === 'OFFLINE' ? NO_ROUTES : failedState(answer) });
  },

  async loadHospital() {
    const answer = await hospital();
    if (answer.ok) this.setData({ organization: answer.value.organization });
  },

  ask(): GuideAnswer {
    return fullGuide()(triageSession());
  },

  show(routes: HospitalRoutes) {
    const answer = this.ask();
    if (answer.kind === 'red-flag' || answer.kind === 'rule-out') {
      replace('emergency', { show: answer.kind === 'red-flag' ? 'found' : 'ask' });
      return;
    }
    this.setData({ load: READY, view: answerView(answer, { routes, ...triageSession() }) });
  },

  onAnswer(event: WechatMiniprogram.CustomEvent) {
    const question = this.data.view?.question;
    if (!question) return;
    const { present, absent, asked } = triageSession();
    const said = event.currentTarget.dataset['said'] as 'yes' | 'no' | 'unsure';
    addToTriage({
      present: said === 'yes' ? [...present, question.id] : present,
      absent: said === 'yes' ? absent : [...absent, question.id],
      asked: asked + 1,
    });
    const routes = routesKept();
    if (routes !== null) this.show(routes);
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
  },

  onClinic(event: WechatMiniprogram.CustomEvent) {
    go('doctors', { clinicId: event.currentTarget.dataset['id'] as string });
  },

  onDepartments() {
    go('departments', {});
  },

  onUrgent() {
    go('emergency', { show: 'list' });
  },

  onCall() {
    void callHospital();
  },

  onAgain() {
    goBack();
  },

  onAction(event: WechatMiniprogram.CustomEvent<{ kind: ActionKind }>) {
    followAction(event.detail.kind, { retry: () => void this.refresh() });
  },
});
