/** How long a stop may take before the process ends anyway, in milliseconds. */
const PATIENCE = 8000;

/**
 * Runs `stop` once at the first Ctrl-C, termination or hang-up, then ends the process. A terminal and npm may
 * both deliver the same Ctrl-C: the second one changes nothing.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), PATIENCE).unref();
    stop().then(
      () => process.exit(0),
      (thrown: unknown) => {
        console.error(String(thrown));
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  // The launcher holds the other end: if it is killed, nobody is left to stop this process.
  process.on('disconnect', end);
  if (process.send !== undefined && !process.connected) end();
}
