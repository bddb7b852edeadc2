import type { Account } from '../_store/accounts';
import { messages } from '../_store/messages';
import { heard, hearing, type Hears } from './hearing';

/** More are never counted: a badge says 99+. */
const COUNTED = 200;

/** How many messages the account has not read, of those it may see now. */
export async function unreadOf(account: Account, now: number, hears: Hears = hearing(account, now)) {
  const unread = await heard(await messages.findUnread(account._id, COUNTED), hears);
  return unread.length;
}
