import type { message } from '@core/contract/message';
import { accept, refuse } from '@core/domain/result';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { messages } from '../_store/messages';
import { unreadOf } from './mailbox';

const AT_ONCE = 200;

/** Everything that has been said so far counts as read. */
export const markAllRead: UseCase<typeof message.procedures.markAllRead> = async (_input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  const unread = await messages.findUnread(account._id, AT_ONCE);
  await Promise.all(unread.map(({ _id }) => messages.markRead(_id, account._id, context.now)));
  return accept({ unread: await unreadOf(account, context.now) });
};
