import { textOf, type Refused } from './error-text';
import type { RefusalText } from './refusal-texts/refusal-text';

/** Where a page's content stands; `yl-state` draws every state but `ready`. */
export interface LoadState {
  readonly state: 'loading' | 'ready' | 'empty' | 'error' | 'offline' | 'refused';
  /** What to say; null while loading and when ready. */
  readonly text: RefusalText | null;
}

export const LOADING: LoadState = { state: 'loading', text: null };
export const READY: LoadState = { state: 'ready', text: null };

/** Nothing there yet: what will be here, and how to get the first one. */
export const emptyState = (text: RefusalText): LoadState => ({ state: 'empty', text });

const FAILED: ReadonlySet<string> = new Set(['TIMEOUT', 'SERVICE_DOWN', 'FAULT', 'BUSY']);

/** The state after an answer that is not ok. */
export function failedState(refused: Refused): LoadState {
  const text = textOf(refused);
  if (refused.error === 'OFFLINE') return { state: 'offline', text };
  return { state: FAILED.has(refused.error) ? 'error' : 'refused', text };
}

/** A page that shows something keeps showing it when a refresh fails; a strip or toast says so. */
export const afterRefresh = (current: LoadState, next: LoadState): LoadState =>
  current.state === 'ready' && (next.state === 'offline' || next.state === 'error') ? current : next;
