import type { SentReport } from '@core/contract/report';

const FINAL = { value: 'final', title: '正式报告', note: '患者马上能看到' } as const;
const PRELIMINARY = { value: 'preliminary', title: '初步结果', note: '患者看不到' } as const;
const AMENDED = { value: 'amended', title: '更正报告', note: '整份代替之前发的' } as const;
const WITHDRAWN = { value: 'entered-in-error', title: '收回报告', note: '之前发错了人或发错了' } as const;

/** What kind of report the next one can be, the usual one first. */
export function statusesAfter(sent: SentReport | null) {
  if (sent === null) return [FINAL, PRELIMINARY] as const;
  return sent.status === 'preliminary'
    ? ([FINAL, PRELIMINARY, WITHDRAWN] as const)
    : ([AMENDED, WITHDRAWN] as const);
}

export const PREGNANCY = [
  { value: 'unknown', title: '没有说' },
  { value: 'yes', title: '孕妇' },
  { value: 'no', title: '没有怀孕' },
] as const;

export const URGENCY = [
  { value: 'no', title: '不要紧' },
  { value: 'yes', title: '要紧，先让医生看', note: '医生确认以前患者看不到' },
] as const;

/** For results that no table knows. */
export const JUDGEMENTS = [
  { value: 'N', title: '正常' },
  { value: 'A', title: '不正常' },
  { value: 'AA', title: '要紧，先让医生看', note: '医生确认以前患者看不到' },
] as const;

export type Statuses = ReturnType<typeof statusesAfter>;
export type Status = Statuses[number]['value'];
export type Judgement = (typeof JUDGEMENTS)[number]['value'];
