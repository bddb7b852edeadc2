import { timer } from '../_kernel/deployable';
import { log } from '../_kernel/log';
import { sealEntries } from './seal-entries';

/**
 * Three times a minute: seals new audit records. The head goes to the log, which is kept apart from the database: a chain
 * that was cut off there as a whole is still found out.
 */
export const main = timer('audit.seal', async (_event, context) => {
  const head = await sealEntries(context.now);
  if (head) log({ level: 'info', what: 'audit head', traceId: context.traceId, head: headOf(head) });
});

const headOf = ({ number, hash }: { readonly number: number; readonly hash: string }): string =>
  `${String(number)}:${hash}`;
