import type { message } from '@core/contract/message';
import { accept, refuse } from '@core/domain/result';
import { hasWithdrawn } from '../_kernel/consented';
import type { UseCase } from '../_kernel/serve';
import { signedInAccount } from '../_kernel/signed-in-account';
import { unreadOf } from './mailbox';

/** The number on the badge. */
export const countUnread: UseCase<typeof message.procedures.countUnread> = async (_input, context) => {
  const account = await signedInAccount(context);
  if (!account) return refuse('SIGNED_OUT', null);
  return accept({ unread: hasWithdrawn(account) ? 0 : await unreadOf(account, context.now) });
};
