import type { RefusalText } from '../../../../services/refusal-texts/refusal-text';
import type { Subscribed } from '../../../../services/subscribe';

export const NO_REPORTS: RefusalText = {
  title: '还没有报告',
  reason: '做了化验或检查，结果出来就会在这里。',
  next: '刚做完的，请过一会儿再看。',
  action: { label: '再看一次', kind: 'retry' },
};

const DONE = { label: '知道了', kind: 'dismiss' } as const;

const SUBSCRIBED: Readonly<Record<Subscribed, RefusalText>> = {
  accepted: {
    title: '记下了',
    reason: '下一份报告出来时，微信会告诉您一次。',
    next: '想每次都告诉您，每次看完报告再点一下就行。',
    action: DONE,
  },
  rejected: {
    title: '没有打开提醒',
    reason: '您没有同意，微信就不会发消息。',
    next: '报告出来一样能在这里和“消息”里看到。',
    action: DONE,
  },
  off: {
    title: '微信里的提醒关着',
    reason: '您在微信里关掉了这个小程序的所有消息。',
    next: '点右上角“…”，再点“设置”“通知管理”可以打开。',
    action: DONE,
  },
  unavailable: {
    title: '现在开不了微信提醒',
    reason: '没有连上，什么都没有改。',
    next: '请过一会儿再点；报告出来一样能在这里看到。',
    action: DONE,
  },
};

/** What came of asking for WeChat messages, in words. */
export const subscribedText = (outcome: Subscribed): RefusalText => SUBSCRIBED[outcome];
