import { createPoll, type Poll } from './poll';

/** A page that looks again by itself. */
export interface Looking {
  look(): Promise<unknown>;
}

/** Given to `definePage`, which says when the page comes into sight and when it leaves it. */
export interface VisiblePoll {
  /** In onShow. */
  enter(page: Looking): void;
  /** In onHide and onUnload. */
  leave(page: object): void;
  /** Looks at once and then every `everyMs`; nothing for a page that is out of sight by now. */
  show(page: Looking): void;
  /** The page has handed over to another, or nothing moves. */
  hide(page: object): void;
  /** False once the page is hidden, gone, or has handed over to another. */
  isShown(page: object): boolean;
}

/** Lets each page of a kind look again while it is in sight, and only then; `begins` says who calls `show`. */
export function createVisiblePoll(
  everyMs: number,
  begins: 'by-itself' | 'when-told' = 'by-itself',
): VisiblePoll {
  const inSight = new WeakSet();
  const polls = new WeakMap<object, Poll>();
  const hide = (page: object): void => {
    polls.get(page)?.stop();
    polls.delete(page);
  };
  const show = (page: Looking): void => {
    hide(page);
    if (!inSight.has(page)) return;
    const poll = createPoll(() => page.look(), everyMs);
    polls.set(page, poll);
    poll.start();
  };
  return {
    enter(page) {
      inSight.add(page);
      if (begins === 'by-itself') show(page);
    },
    leave(page) {
      inSight.delete(page);
      hide(page);
    },
    show,
    hide,
    isShown: (page) => polls.has(page),
  };
}
