import type { Actor } from './actor';

/** Something that could happen next. */
export interface Ready {
  /** What it is, in words that are the same for the same seed. */
  readonly label: string;
  /** In whose turn it happens; the caller outside the world where absent. */
  readonly actor: Actor | undefined;
  /** Who else must still live for it to happen. */
  readonly sender: Actor | undefined;
  /** Takes what happens; it is done with `over` when nothing is left. */
  take(): () => void;
  readonly over: boolean;
}

/** One thing that can happen at any time from now on: a message between two programs. */
export interface Post {
  label: string;
  actor?: Actor;
  sender?: Actor;
  act: () => void;
}

/** Makes a message ready. */
export function posted({ label, actor, sender, act }: Post): Ready {
  let over = false;
  return {
    label,
    actor,
    sender,
    take: () => {
      over = true;
      return act;
    },
    get over() {
      return over;
    },
  };
}

/**
 * What one program does by itself: its due timers and its immediates, one after the other. Their order
 * among themselves is fixed, as in a real process; when the next one comes is not.
 */
export class Lane implements Ready {
  readonly label: string;
  readonly actor: Actor;
  readonly sender = undefined;
  readonly #queue: (() => void)[] = [];

  constructor(actor: Actor) {
    this.actor = actor;
    this.label = `turn of ${actor.name}`;
  }

  get over(): boolean {
    return this.#queue.length === 0;
  }

  /** Adds a turn; answers whether it is now the only one, so that the lane has become ready. */
  add(act: () => void): boolean {
    return this.#queue.push(act) === 1;
  }

  take(): () => void {
    return this.#queue.shift() ?? (() => undefined);
  }

  clear(): void {
    this.#queue.length = 0;
  }
}
