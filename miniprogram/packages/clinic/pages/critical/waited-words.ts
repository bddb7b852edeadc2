import { MINUTE_MS } from '@core/domain/calendar-day';

const HOUR = 60;
const DAY = 24 * HOUR;

/** 已经等了 42 分钟 */
export function waitedWords(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / MINUTE_MS));
  if (minutes < 1) return '刚刚收到';
  if (minutes < HOUR) return `已经等了 ${String(minutes)} 分钟`;
  if (minutes < DAY) return `已经等了 ${String(Math.floor(minutes / HOUR))} 个多小时`;
  return `已经等了 ${String(Math.floor(minutes / DAY))} 天多`;
}
