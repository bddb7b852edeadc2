/**
 * Ends the function processes when the host dies without a word (kill -9): a function in an endless
 * loop never reads that its channel closed. The host keeps this process told of who is alive.
 */
const watched = new Set<number>();

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => undefined);
process.on('message', (message: { started?: number; ended?: number }) => {
  if (message.started !== undefined) watched.add(message.started);
  if (message.ended !== undefined) watched.delete(message.ended);
});
process.on('disconnect', () => {
  for (const pid of watched) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
  process.exit(0);
});
