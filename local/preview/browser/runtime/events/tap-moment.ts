let running = 0;

/** Whether a person's tap is being answered: some functions of WeChat run at no other time. */
export const isTapMoment = (): boolean => running > 0;

/** A tap lasts until its handlers return, so that a call after an `await` comes too late, as on phones. */
export const duringTap = (run: () => void): void => {
  running += 1;
  try {
    run();
  } finally {
    running -= 1;
  }
};

/** Counts as a tap until the next task: for what WeChat takes for one though no handler runs. */
export const lendTap = (): void => {
  running += 1;
  setTimeout(() => (running -= 1), 0);
};
