import type { RefusalText } from '../../../../services/refusal-texts/refusal-text';

export const NO_REPORTS: RefusalText = {
  title: '还没有报告',
  reason: '做了化验或检查，结果出来就会在这里。',
  next: '刚做完的，请过一会儿再看。',
  action: { label: '再看一次', kind: 'retry' },
};

/** A relative agreed to other things, not to this. */
export const notAgreed = (name: string): RefusalText => ({
  title: `${name}还没有同意您看报告`,
  reason: '家人同意了您办别的事，没有勾“看我的检查报告”。',
  next: '请家人在自己手机的“我的”“家人”里再同意一次，把这一样勾上。',
  action: { label: '再看一次', kind: 'retry' },
});
