import { createStore } from './store';

/** How large everything is drawn. */
export interface ReadingMode {
  readonly elderly: boolean;
  /** Factor of all type sizes: the value of --font-scale. */
  readonly fontScale: number;
}

const STORAGE_KEY = 'reading-mode';
const ELDERLY_SCALE = 1.4;
/** Outside of this WeChat's own sizes break any layout; its care mode is 1.4 (MEM: iOS and Android differ a little). */
const SMALLEST_SCALE = 0.9;
const LARGEST_SCALE = 1.6;

/** WeChat's own font size counts in both modes; elderly mode is at least 1.4. */
export function readingModeOf(chosen: boolean | null, systemScale: number): ReadingMode {
  const scale = Number.isFinite(systemScale) && systemScale > 0 ? systemScale : 1;
  const within = Math.min(LARGEST_SCALE, Math.max(SMALLEST_SCALE, scale));
  const elderly = chosen ?? within >= ELDERLY_SCALE;
  return { elderly, fontScale: elderly ? Math.max(ELDERLY_SCALE, within) : within };
}

export const readingMode = createStore<ReadingMode>(readingModeOf(null, 1));

const systemScale = (): number => wx.getAppBaseInfo().fontSizeScaleFactor;

function chosenBefore(): boolean | null {
  const stored: unknown = wx.getStorageSync(STORAGE_KEY);
  return stored === 'elderly' ? true : stored === 'normal' ? false : null;
}

/** Nobody chose yet: the home page offers the larger type once, until it is taken or put aside. */
export const isModeOpen = (): boolean => chosenBefore() === null && !readingMode.get().elderly;

/** Called at launch and whenever the app is shown again: WeChat's font size may have changed meanwhile. */
export const readReadingMode = (): void => readingMode.set(readingModeOf(chosenBefore(), systemScale()));

export function chooseElderly(elderly: boolean): void {
  wx.setStorageSync(STORAGE_KEY, elderly ? 'elderly' : 'normal');
  readingMode.set(readingModeOf(elderly, systemScale()));
}
