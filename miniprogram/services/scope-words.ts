import type { Scope } from '@core/contract/access';

/** What may be done for somebody, in one word each, as it is said on the screen. */
const WORDS: Readonly<Record<Scope, string>> = {
  bind: '绑卡',
  triage: '问挂哪个科',
  book: '挂号',
  'check-in': '报到',
  way: '找路',
  pay: '付钱',
  reports: '看报告',
};

/** 挂号、报到、找路 */
export const scopeWords = (scopes: readonly Scope[]): string =>
  scopes.map((scope) => WORDS[scope]).join('、');
