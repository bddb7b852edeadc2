import type { HelpWish } from '@core/contract/assistance';
import type { HelpStanding } from '@core/domain/identity/help-request';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';

/** Somebody in the hospital who asked for a volunteer. `_id` follows from the account and the request id. */
export interface HelpRequest extends Aggregate, HelpStanding {
  readonly accountId: string;
  readonly wish: HelpWish;
  /** Where they are, in their own words. */
  readonly place: string;
  readonly askedAt: number;
  readonly takenBy: string | null;
  readonly takenLabel: string | null;
}

const collection = new Collection<HelpRequest>('help-requests');

export const helpRequests = {
  findById: (helpRequestId: string) => collection.findById(helpRequestId),
  /** Those who wait or are waited with, the longest first; a request that ran out is nobody's any more. */
  findWaiting: (state: 'open' | 'taken', now: number, limit: number) =>
    collection.find({ state, expiresAt: command().gt(now) }, { limit, orderBy: ['expiresAt', 'asc'] }),
  findTakenBy: (takenBy: string) =>
    collection.find({ takenBy, state: 'taken' }, { limit: 20, orderBy: ['askedAt', 'asc'] }),
  findByAccount: (accountId: string) =>
    collection.find({ accountId }, { limit: 10, orderBy: ['askedAt', 'desc'] }),
  /** @throws DuplicateKeyError where the same command made it before. */
  insert: (request: HelpRequest) => collection.insert(request),
  replace: (next: HelpRequest) => replaceIfUnchanged(collection, next),
};
