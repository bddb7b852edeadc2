import type { StopState } from '@core/domain/clinic/stop';
import { replaceIfUnchanged, type Aggregate } from './aggregate';
import { Collection, command } from './collection';

/**
 * A doctor's request that one session does not take place. `_id` is `s` and the keyed fingerprint of caller and request
 * id. `openKey` has a unique index: a session is stopped once; a request that was declined or withdrawn holds only its
 * own id.
 */
export interface StopRecord extends Aggregate {
  readonly sessionId: string;
  readonly practitionerId: string;
  readonly practitionerName: string;
  readonly clinicName: string;
  readonly reason: string;
  readonly state: StopState;
  readonly note: string | null;
  readonly requestedAt: number;
  readonly decidedAt: number | null;
  readonly openKey: string;
}

const collection = new Collection<StopRecord>('stops');
const LATEST_FIRST = ['requestedAt', 'desc'] as const;

export const stops = {
  findById: (stopId: string) => collection.findById(stopId),
  findLatest: () => collection.find({ requestedAt: command().gt(0) }, { limit: 50, orderBy: LATEST_FIRST }),
  findByPractitioner: (practitionerId: string) =>
    collection.find({ practitionerId }, { limit: 50, orderBy: LATEST_FIRST }),
  /** The request that waits or was approved. */
  findOpenOf: async (sessionId: string): Promise<StopRecord | null> =>
    (await collection.find({ openKey: sessionId }, { limit: 1 }))[0] ?? null,
  /** @throws DuplicateKeyError: `_id` where the command was accepted before, else the session has a request already. */
  insert: (stop: StopRecord) => collection.insert(stop),
  replace: (next: StopRecord) => replaceIfUnchanged(collection, next),
};
