import type { Account } from '../_store/accounts';
import { messages } from '../_store/messages';

/** More are never counted: a badge says 99+. */
const COUNTED = 200;

/** Whether the account still has the card that a message is about. */
export const isStillTheirs = (account: Account, patientId: string | null): boolean =>
  patientId === null || account.bindings.some((binding) => binding.patientId === patientId);

/** How many messages the account has not read, of those it may still see. */
export async function unreadOf(account: Account): Promise<number> {
  const unread = await messages.findUnread(account._id, COUNTED);
  return unread.filter(({ patientId }) => isStillTheirs(account, patientId)).length;
}
