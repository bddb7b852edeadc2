import type { MessageKind } from '@core/domain/message/message-kinds';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';
import type { Sealed } from './sealed-field';

/**
 * The WeChat messages that a user agreed to. `_id` is the account's id. WeChat keeps the true count: this one only saves
 * asking in vain, and is corrected by WeChat's refusals.
 */
export interface Subscription extends Aggregate {
  /** Sealed at field `openid`: whom WeChat is to send to. */
  readonly openid: Sealed;
  /** How many messages of a kind may still be sent. */
  readonly left: Readonly<Partial<Record<MessageKind, number>>>;
}

const collection = new Collection<Subscription>('subscriptions');

export const subscriptions = {
  findById: (accountId: string) => collection.findById(accountId),
  /** @throws DuplicateKeyError where it exists. */
  insert: (subscription: Subscription) => collection.insert(subscription),
  replace: (next: Subscription) => replaceIfUnchanged(collection, next),
  /** Uses one permission up; false where none is left. */
  takeOne: (accountId: string, kind: MessageKind): Promise<boolean> =>
    collection.updateIf(
      accountId,
      { [`left.${kind}`]: command().gt(0) },
      { [`left.${kind}`]: command().inc(-1), revision: command().inc(1) },
    ),
  /** WeChat says that nothing is left. */
  clear: (accountId: string, kind: MessageKind): Promise<boolean> =>
    collection.updateIf(accountId, {}, { [`left.${kind}`]: 0, revision: command().inc(1) }),
  remove: (accountId: string): Promise<boolean> => collection.removeIf(accountId, { _id: command().neq('') }),
};

/** Where a user's openid is sealed. */
export const openidPlace = (accountId: string) => ({ documentId: accountId, field: 'openid' });
