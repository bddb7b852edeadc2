import type { ActingFor } from '@core/contract/identity';
import { timeOf } from '@core/domain/calendar-day';
import { shortTime } from './dates';

/** The line on a volunteer's pages: for whom they act, and until when; empty where they act for nobody. */
export function actingLine(acting: ActingFor | null, now: number): string {
  if (acting === null || acting.expiresAt <= now) return '';
  const whom = acting.patient?.maskedName ?? '还没有绑卡的患者';
  return `正在帮助 ${whom}，到 ${shortTime(timeOf(acting.expiresAt))}`;
}
