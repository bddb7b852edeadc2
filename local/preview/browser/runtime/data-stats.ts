import { callerPrototype, type Caller } from './engine';

/** What the taps of a page cost: `setData` calls and the UTF-8 size of their data. */
export interface DataStats {
  calls: number;
  bytes: number;
  /** One entry per tap: what was set from this tap until the next one. */
  taps: { calls: number; bytes: number; largest: number }[];
  /** Hears the JSON of everything that is set; for tests of what must never be. */
  listener?: (json: string) => void;
}

/** WeChat refuses a single call above this size. */
const hardLimit = 1024 * 1024;

/** Counts every `setData` of pages and components; `window.__previewStats` shows the figures to tests. */
export const measureSetData = (): { stats: DataStats; tapBegins: () => void } => {
  const stats: DataStats = { calls: 0, bytes: 0, taps: [] };
  const original = Object.getOwnPropertyDescriptor(callerPrototype, 'setData')?.value as Caller['setData'];
  callerPrototype.setData = function (this: Caller, data, callback) {
    const json = JSON.stringify(data) as string | undefined;
    const bytes = sizeOf(json);
    stats.listener?.(json ?? '');
    stats.calls += 1;
    stats.bytes += bytes;
    const tap = stats.taps.at(-1);
    if (tap) {
      tap.calls += 1;
      tap.bytes += bytes;
      tap.largest = Math.max(tap.largest, bytes);
    }
    if (bytes > hardLimit) throw new Error(`setData of ${bytes} bytes exceeds WeChat's limit of 1024 kB`);
    original.call(this, data, callback);
  };
  return { stats, tapBegins: () => stats.taps.push({ calls: 0, bytes: 0, largest: 0 }) };
};

const sizeOf = (text: string | undefined): number =>
  text === undefined ? 0 : new TextEncoder().encode(text).length;
