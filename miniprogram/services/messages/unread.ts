import { api } from '../api';
import { createStore } from '../store';

/** How many messages were not read, as last heard; 0 for someone who is signed out. */
export const unread = createStore(0);

/** Asks how many messages are unread; what was heard before stays where there is no answer. */
export async function refreshUnread(): Promise<number> {
  const answer = await api.message.countUnread({});
  if (answer.ok) unread.set(answer.value.unread);
  else if (answer.error === 'SIGNED_OUT') unread.set(0);
  return unread.get();
}

/** As a badge shows it; empty where there is nothing. */
export const badgeText = (count: number): string => (count === 0 ? '' : count > 99 ? '99+' : String(count));
