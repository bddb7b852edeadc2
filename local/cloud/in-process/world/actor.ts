/** A program of the world: whose turn it is decides to whom an error that nobody caught belongs. */
export interface Actor {
  readonly name: string;
  /** Something of it threw, or rejected, and nobody caught it. */
  failed(error: unknown): void;
}

/** The program whose turn has begun last; its microtasks run before anything else does. */
let current: Actor | undefined;
let worlds = 0;

// A rejection is reported right after the microtasks of the turn in which it came about.
const claim = (error: unknown): void => {
  if (current !== undefined) {
    current.failed(error);
    return;
  }
  // Nobody's here: as if this listener were not there. A throw in it is an uncaught exception.
  if (process.listenerCount('unhandledRejection') === 1) throw error;
};

/** From now on errors that nobody caught belong to this program. */
export function enter(actor: Actor | undefined): void {
  current = actor;
}

/** Begins to hear of rejections; answers how to stop. */
export function watchRejections(): () => void {
  if (worlds === 0) process.on('unhandledRejection', claim);
  worlds += 1;
  let watching = true;
  return () => {
    if (!watching) return;
    watching = false;
    worlds -= 1;
    if (worlds === 0) process.off('unhandledRejection', claim);
  };
}
