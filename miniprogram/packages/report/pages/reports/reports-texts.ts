import type { RefusalText } from '../../../../services/refusal-texts/refusal-text';

export const NO_REPORTS: RefusalText = {
  title: '还没有报告',
  reason: '做了化验或检查，结果出来就会在这里。',
  next: '刚做完的，请过一会儿再看。',
  action: { label: '再看一次', kind: 'retry' },
};
