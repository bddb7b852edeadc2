import type { RefundBar } from '@core/contract/billing';
import type { MissingStep } from '@core/domain/billing/window-steps';
import { spokenDay } from '../dates';
import type { RefusalText } from './refusal-text';

/** What has to be done before the window may give money back, as a clerk says it. */
export const MISSING_WORDS: Readonly<Record<MissingStep, string>> = {
  'doctor-cancel': '先请开单的医生取消这一项',
  'desk-not-done': '先请执行科室确认“没有做”',
  'print-invoice': '先补打发票，再连同发票一起办',
};

/** The rule, why, and what to do: the same words on the screen and in the refusal. */
export function refundBarText({ decision, clause, missing }: RefundBar): RefusalText {
  const { rule, outcome, until } = decision;
  const isMissing = missing.length > 0;
  return {
    title: isMissing ? '还差手续，现在不能退' : '按规定不能退',
    reason: `规则 ${rule}：${clause?.text ?? '没有付过钱。'}`,
    next: isMissing
      ? `${missing.map((step) => MISSING_WORDS[step]).join('；')}。`
      : until !== null && outcome === 'window'
        ? `${spokenDay(until, Date.now())}下班前都可以办。`
        : '病人有疑问，可以请值班主任说明。',
    action: { label: '知道了', kind: 'dismiss' },
  };
}
