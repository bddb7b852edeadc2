import type { Scope } from '@core/contract/access';

/** What a patient ticks: a few plain things in place of a list of words. */
export interface ScopeGroup {
  readonly value: string;
  readonly title: string;
  readonly note: string;
  readonly scopes: readonly Scope[];
}

const GROUPS: readonly ScopeGroup[] = [
  {
    value: 'visit',
    title: '替我挂号、报到、找路',
    note: '看得到我的预约',
    scopes: ['triage', 'book', 'check-in', 'way'],
  },
  { value: 'pay', title: '替我付钱', note: '看得到缴费单', scopes: ['pay'] },
  { value: 'reports', title: '看我的检查报告', note: '看得到化验和检查的结果', scopes: ['reports'] },
];

/** Groups of which the hospital offers something, each with what it offers. */
export const scopeGroups = (offered: readonly Scope[]): readonly ScopeGroup[] =>
  GROUPS.map((group) => ({
    ...group,
    scopes: group.scopes.filter((scope) => offered.includes(scope)),
  })).filter(({ scopes }) => scopes.length > 0);

const PERIODS = new Map([
  [1, '只有今天'],
  [7, '一个星期'],
  [30, '一个月'],
  [90, '三个月'],
  [180, '半年'],
  [365, '一年'],
]);

/** A period of a consent in civil days. */
export const periodWords = (days: number): string => PERIODS.get(days) ?? `${days} 天`;

/** 半小时, 1 小时, 90 分钟 */
export function minuteWords(minutes: number): string {
  if (minutes === 30) return '半小时';
  return minutes % 60 === 0 ? `${minutes / 60} 小时` : `${minutes} 分钟`;
}
