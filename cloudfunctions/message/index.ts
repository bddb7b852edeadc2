import { serve } from '../_kernel/serve';
import { countUnread } from './count-unread';
import { listMessages } from './list-messages';
import { listTemplates } from './list-templates';
import { markAllRead } from './mark-all-read';
import { markRead } from './mark-read';
import { onMessageWanted } from './on-message-wanted';
import { onMessagesAnswered } from './on-messages-answered';
import { recordSubscription } from './record-subscription';

export const main = serve(
  'message',
  { listMessages, countUnread, markRead, markAllRead, listTemplates, recordSubscription },
  { 'message-wanted': onMessageWanted, 'messages-answered': onMessagesAnswered },
);
