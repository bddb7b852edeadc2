/** China has one zone and no summer time: always eight hours ahead. */
const aheadOfUtc = 8 * 60 * 60 * 1000;
const hour = 60 * 60 * 1000;
const day = 24 * hour;

export const oneHour = hour;
export const oneDay = day;

/** An instant as `datetime-local` writes it, in +08:00: `2030-03-10T08:00`. */
export const toInput = (instant: number): string => new Date(instant + aheadOfUtc).toISOString().slice(0, 16);

/** What a `datetime-local` field says, read as +08:00; undefined where it says nothing. */
export function fromInput(text: string): number | undefined {
  const instant = Date.parse(`${text}:00.000Z`);
  return Number.isNaN(instant) ? undefined : instant - aheadOfUtc;
}

/** The next 08:00 in +08:00 after an instant; never the instant itself. */
export function nextEight(instant: number): number {
  const local = instant + aheadOfUtc;
  const today = Math.floor(local / day) * day + 8 * hour;
  return (today > local ? today : today + day) - aheadOfUtc;
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** `2030-03-10 周日 08:00:00` */
export function showTime(instant: number): string {
  const text = new Date(instant + aheadOfUtc);
  const weekday = weekdays[text.getUTCDay()] ?? '';
  return `${text.toISOString().slice(0, 10)} ${weekday} ${text.toISOString().slice(11, 19)}`;
}

/** How far the clock was moved, in words; empty where it is the real one. */
export function showOffset(offset: number): string {
  if (Math.abs(offset) < 1000) return '';
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [
    days > 0 ? `${days} 天` : '',
    hours > 0 ? `${hours} 小时` : '',
    rest > 0 ? `${rest} 分` : '',
  ];
  const amount = parts.filter(Boolean).join(' ') || '不到 1 分';
  return `比真实时间${offset > 0 ? '快' : '慢'} ${amount}`;
}
