/** How often the cloud is asked while somebody looks, in milliseconds. */
const INTERVAL_MS = 1000;

/** Runs the work at once and then every second while the page is seen; never twice at a time. */
export function poll(work: () => Promise<void>): { now(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  const run = (): void => {
    clearTimeout(timer);
    if (running) {
      again = true;
      return;
    }
    running = true;
    void work().finally(() => {
      running = false;
      const wait = again ? 0 : INTERVAL_MS;
      again = false;
      if (!document.hidden) timer = setTimeout(run, wait);
    });
  };
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) run();
  });
  run();
  return { now: run };
}
