import { createPoll, type Poll } from './poll';

/** A page that looks again by itself. */
interface Looking {
  look(): Promise<unknown>;
}

export interface VisiblePoll {
  /** In onShow: looks at once and then every `everyMs`. */
  show(page: Looking): void;
  /** In onHide and onUnload. */
  hide(page: object): void;
  /** False once the page is hidden, gone, or has handed over to another. */
  isShown(page: object): boolean;
}

/** Lets each page of a kind look again while it is in sight, and only then. */
export function createVisiblePoll(everyMs: number): VisiblePoll {
  const polls = new WeakMap<object, Poll>();
  const hide = (page: object): void => {
    polls.get(page)?.stop();
    polls.delete(page);
  };
  return {
    show(page) {
      hide(page);
      const poll = createPoll(() => page.look(), everyMs);
      polls.set(page, poll);
      poll.start();
    },
    hide,
    isShown: (page) => polls.has(page),
  };
}
