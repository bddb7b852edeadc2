import type { message } from '@core/contract/message';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { messages } from '../_store/messages';
import { unreadOf } from './mailbox';

/** Once read, a message stays read: repeating it changes nothing. */
export const markRead: UseCase<typeof message.procedures.markRead> = async (input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  await messages.markRead(input.messageId, account._id, context.now);
  return accept({ unread: await unreadOf(account, context.now) });
};
