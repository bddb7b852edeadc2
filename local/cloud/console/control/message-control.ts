import type { MessageService } from '../../messages/message-service';
import type { ControlTable } from './control-action';

/** Subscription messages that arrived, newest first, and what users have granted. */
export function messageControl(messages: MessageService): ControlTable {
  return {
    'GET /control/messages': () => ({
      messages: messages.list().reverse(),
      permissions: messages.permissions(),
      templates: messages.templates(),
    }),
  };
}
