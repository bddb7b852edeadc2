import { ContentionError } from '../_store/store-errors';

const ATTEMPTS = 6;
const BASE_DELAY_MS = 8;

/** Not saved because someone else was first: load and decide again. */
export const CHANGED = Symbol('changed meanwhile');

/**
 * Load → decide → save, again from the start while others get in between.
 * @throws ContentionError after the last attempt; nothing was saved.
 */
export async function untilSaved<T>(attempt: (number: number) => Promise<T | typeof CHANGED>): Promise<T> {
  for (let number = 0; number < ATTEMPTS; number += 1) {
    const result = await attempt(number);
    if (result !== CHANGED) return result;
    await pause(Math.random() * BASE_DELAY_MS * 2 ** number);
  }
  throw new ContentionError('Too many changes in between');
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
