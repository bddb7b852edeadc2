import { textOf, type Refused } from './error-text';
import type { RefusalText } from './refusal-texts/refusal-text';

/** Where a page's content stands; `yl-state` draws every state but `ready`. */
export interface LoadState {
  readonly state: 'loading' | 'ready' | 'empty' | 'error' | 'offline' | 'refused';
  /** What to say; null while loading and when ready. */
  readonly text: RefusalText | null;
  /** The last look failed: what is shown is from before, and `yl-state` says so. */
  readonly stale?: boolean;
}

export const LOADING: LoadState = { state: 'loading', text: null };
export const READY: LoadState = { state: 'ready', text: null };

/** Nothing there yet: what will be here, and how to get the first one. */
export const emptyState = (text: RefusalText): LoadState => ({ state: 'empty', text });

/** Nothing was asked for but to see the page; `definePage` looks again as soon as there is a network. */
const NO_NETWORK: RefusalText = {
  title: '手机没有网络',
  reason: '这里的内容要连上网才能看。',
  next: '请打开 Wi-Fi 或移动数据，连上后会自己显示。',
  action: { label: '再试一次', kind: 'retry' },
};

const STALE: LoadState = { ...READY, stale: true };

const FAILED: ReadonlySet<string> = new Set(['CUT_OFF', 'TIMEOUT', 'SERVICE_DOWN', 'FAULT', 'BUSY']);

/** A sheet can be put aside, a page can only be left. */
const asPage = (text: RefusalText): RefusalText =>
  text.action?.kind === 'dismiss' ? { ...text, action: { label: '返回', kind: 'back' } } : text;

/** The state after an answer that is not ok. */
export function failedState(refused: Refused): LoadState {
  if (refused.error === 'OFFLINE') return { state: 'offline', text: NO_NETWORK };
  return { state: FAILED.has(refused.error) ? 'error' : 'refused', text: asPage(textOf(refused)) };
}

/** A page that shows something keeps showing it when a refresh fails, and says so. */
export const afterRefresh = (current: LoadState, next: LoadState): LoadState =>
  current.state === 'ready' && (next.state === 'offline' || next.state === 'error') ? STALE : next;

/** What a page's data says of its parts: whether one of them waits for the network. */
export const waitsForNetwork = (data: Readonly<Record<string, unknown>>): boolean =>
  Object.values(data).some(
    (part) => typeof part === 'object' && part !== null && 'state' in part && part.state === 'offline',
  );
