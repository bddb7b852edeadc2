import type { RefusalText } from './refusal-texts/refusal-text';
import type { Subscribed } from './subscribe';

const DONE = { label: '知道了', kind: 'dismiss' } as const;

const SUBSCRIBED: Readonly<Record<Subscribed, RefusalText>> = {
  accepted: {
    title: '记下了',
    reason: '下一次有这样的事，微信会告诉您一次。',
    next: '想每次都告诉您，下次再点一下就行。',
    action: DONE,
  },
  rejected: {
    title: '没有打开提醒',
    reason: '您没有同意，微信就不会发消息。',
    next: '有事一样能在小程序的“消息”里看到。',
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
    next: '请过一会儿再点；有事一样能在“消息”里看到。',
    action: DONE,
  },
};

/** What came of asking for WeChat messages, in words. */
export const subscribedText = (outcome: Subscribed): RefusalText => SUBSCRIBED[outcome];
