/** The cloud's clock: it ticks like the real one, moved by an offset. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Milliseconds ahead of the real clock; negative when behind. */
  offset(): number;
  /** Moves the clock to an instant and lets it tick on from there. */
  set(instant: number): Promise<void>;
  /** Moves the clock by milliseconds; a negative number moves it back. */
  advance(milliseconds: number): Promise<void>;
  /** Called after each move with the new offset; the answer stops the calls. */
  onMove(listener: (offset: number) => void): () => void;
}

export interface ClockOptions {
  offset: number;
  /** Stores the offset; a move is told to nobody before this is done. */
  save: (offset: number) => Promise<void>;
}

// Dates of JavaScript end here (ECMAScript 21.4.1.1).
const LAST_INSTANT = 8.64e15;

/** Makes a clock that starts at the given offset. */
export function createClock({ offset: initial, save }: ClockOptions): Clock {
  let offset = initial;
  const listeners = new Set<(offset: number) => void>();
  const move = async (next: number): Promise<void> => {
    if (!Number.isFinite(next) || Math.abs(Date.now() + next) > LAST_INSTANT)
      throw new RangeError('the clock cannot be set to this instant');
    await save(Math.round(next));
    offset = Math.round(next);
    for (const listener of listeners) listener(offset);
  };
  return {
    now: () => Date.now() + offset,
    offset: () => offset,
    set: (instant) => move(instant - Date.now()),
    advance: (milliseconds) => move(offset + milliseconds),
    onMove: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
