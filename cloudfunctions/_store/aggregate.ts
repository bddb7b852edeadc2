import type { Role } from '@core/contract/access';
import { command, whole, type Collection } from './collection';
import type { StoredMessage } from './outbox';

/** Who did what to which document, stored together with the change it describes. Never holds personal data. */
export interface AuditEvent {
  readonly auditId: string;
  readonly at: number;
  /** Account id, or the name of the timer or callback. */
  readonly actor: string;
  /** In what capacity; `system` for timers, callbacks and events. */
  readonly role: Role | 'anyone' | 'system';
  /** Whose data it is about; the log fills it in from the document where the call named nobody. */
  readonly patientId: string | null;
  /** The consent, assistance or role by which it was allowed. */
  readonly mandateId: string | null;
  readonly action: string;
  readonly traceId: string;
  /** Rule, code or state that explains the change. */
  readonly reason: string | null;
}

/** An accepted command, so that the same request id gets the same answer. */
export interface AcceptedRequest {
  readonly requestId: string;
  /** Keyed fingerprint of procedure and input. */
  readonly bodyIndex: string;
  readonly at: number;
}

/** What every aggregate carries beside its own state. */
export interface Aggregate {
  readonly _id: string;
  /** Grows by one with every change: the guard of each replacement. */
  readonly revision: number;
  readonly requests: readonly AcceptedRequest[];
  readonly audit: readonly AuditEvent[];
  readonly outbox: readonly StoredMessage[];
  /** When the courier looks at the document again; null where nothing waits. */
  readonly outboxDueAt: number | null;
}

/** In the place of a deleted account, where the law keeps the record. No account has this id. */
export const NOBODY = 'deleted';

/** Saves the next state only where nobody changed the document since it was read. */
export function replaceIfUnchanged<T extends Aggregate>(
  collection: Collection<T>,
  next: T,
): Promise<boolean> {
  const { _id, revision, ...fields } = next;
  return updateFieldsIfUnchanged(collection, { _id, revision }, fields);
}

/** Saves some fields, each as a whole, where nobody changed the document since it was read. */
export function updateFieldsIfUnchanged<T extends Aggregate>(
  collection: Collection<T>,
  read: Pick<Aggregate, '_id' | 'revision'>,
  fields: object,
): Promise<boolean> {
  const changes = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, whole(value)]));
  return collection.updateIf(
    read._id,
    { revision: read.revision },
    { ...changes, revision: command().inc(1) },
  );
}
