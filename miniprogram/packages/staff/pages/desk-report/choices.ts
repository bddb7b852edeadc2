/** What kind of report it is. */
export const STATUSES = [
  { value: 'final', title: '正式报告' },
  { value: 'amended', title: '更正报告', note: '代替之前发的那份' },
  { value: 'entered-in-error', title: '收回报告', note: '之前发错了人或发错了' },
  { value: 'preliminary', title: '初步结果', note: '患者看不到' },
] as const;

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
] as const;

export type Status = (typeof STATUSES)[number]['value'];
export type Judgement = (typeof JUDGEMENTS)[number]['value'];
