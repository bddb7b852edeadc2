export interface Poll {
  /** Runs at once and then `everyMs` after each run has ended. */
  start(): void;
  stop(): void;
}

/** Repeats a task while a page is visible: start it in onShow, stop it in onHide and onUnload. Never overlaps. */
export function createPoll(task: () => Promise<unknown>, everyMs: number): Poll {
  let round = 0;
  let timer = 0;
  const run = async (mine: number): Promise<void> => {
    await task();
    if (mine === round) timer = setTimeout(() => void run(mine), everyMs);
  };
  const stop = (): void => {
    round += 1;
    clearTimeout(timer);
  };
  return {
    start() {
      stop();
      void run(round);
    },
    stop,
  };
}
