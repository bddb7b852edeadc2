import type { MessageKind } from '@core/domain/message/message-kinds';
import { Collection, command } from './collection';
import type { Sealed } from './sealed-field';
import { DuplicateKeyError } from './store-errors';

/** How far the WeChat message beside it got. `claimed` is never tried again: rather none than two. */
export type PushState = 'waiting' | 'claimed' | 'sent' | 'refused' | 'failed';

/** Something said to one account. `_id` is made by whoever had cause to say it, so that it is said once. */
export interface MessageRecord {
  readonly _id: string;
  readonly accountId: string;
  readonly patientId: string | null;
  readonly kind: MessageKind;
  /** The kind's fields as JSON, sealed at field `fields`. */
  readonly fields: Sealed;
  readonly at: number;
  readonly readAt: number | null;
  readonly push: PushState;
}

const collection = new Collection<MessageRecord>('messages');

export const messages = {
  findById: (messageId: string) => collection.findById(messageId),
  findByAccount: (accountId: string, limit: number) =>
    collection.find({ accountId }, { limit, orderBy: ['at', 'desc'] }),
  findUnread: (accountId: string, limit: number) =>
    collection.find({ accountId, readAt: null }, { limit, fields: ['_id', 'patientId', 'kind'] }),
  /** False where it was said before. */
  async insertOnce(message: MessageRecord): Promise<boolean> {
    try {
      await collection.insert(message);
      return true;
    } catch (thrown) {
      if (thrown instanceof DuplicateKeyError) return false;
      throw thrown;
    }
  },
  markRead: (messageId: string, accountId: string, readAt: number): Promise<boolean> =>
    collection.updateIf(messageId, { accountId, readAt: null }, { readAt }),
  /** Only one call may take a message to WeChat. */
  claimPush: (messageId: string): Promise<boolean> =>
    collection.updateIf(messageId, { push: 'waiting' }, { push: 'claimed' }),
  recordPush: (messageId: string, push: PushState): Promise<boolean> =>
    collection.updateIf(messageId, {}, { push }),
  findIdsOfAccount: async (accountId: string): Promise<string[]> =>
    (await collection.find({ accountId }, { limit: 1000, fields: ['_id'] })).map(({ _id }) => _id),
  remove: (messageId: string): Promise<boolean> => collection.removeIf(messageId, { _id: command().neq('') }),
};

/** Where a message's fields are sealed. */
export const fieldsPlace = (messageId: string) => ({ documentId: messageId, field: 'fields' });
