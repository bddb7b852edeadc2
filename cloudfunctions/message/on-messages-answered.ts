import type { Events } from '@core/contract/events';
import type { WorkContext } from '../_kernel/call-context';
import { messages } from '../_store/messages';

/** Whoever has seen what a message leads to has read it. Repeating it changes nothing. */
export async function onMessagesAnswered(
  { accountId, messageIds }: Events['messages-answered'],
  context: WorkContext,
): Promise<void> {
  await Promise.all(messageIds.map((messageId) => messages.markRead(messageId, accountId, context.now)));
}
