import type { EventName, Events } from '@core/contract/events';
import type { Account } from '../_store/accounts';
import type { AuditEvent } from '../_store/aggregate';
import type { OutboxCollection, StoredMessage } from '../_store/outbox';
import type { Authority } from './access/authority';
import { newId } from './ids';

/** Who asks. `accountId` is a keyed fingerprint of the OPENID: safe to store, useless elsewhere. */
export interface Caller {
  readonly openid: string;
  readonly accountId: string;
}

/** A saved document whose messages should go out as soon as the use case has answered. */
export interface Posted {
  readonly collection: OutboxCollection;
  readonly documentId: string;
  readonly messages: readonly StoredMessage[];
}

/** By which right a person's data is seen. */
export type Capacity = Pick<Authority, 'role' | 'mandateId'>;

/** What every use case is given beside its input. */
export interface WorkContext {
  /** The instant at which this call is decided, epoch milliseconds. */
  readonly now: number;
  /** Names this call in logs and audit records. */
  readonly traceId: string;
  /** Account id, or the name of the deployable for timers and callbacks. */
  readonly actor: string;
  /** In what capacity; null for timers, callbacks and events. */
  readonly authority: Authority | null;
  /** Say that a document with these messages was saved: they are delivered at once. */
  posted(message: Posted): void;
}

export interface CallContext extends WorkContext {
  readonly caller: Caller;
  readonly authority: Authority;
  /** The caller's account as it stood when the call came in; an empty one where there was none. Read at most once. */
  account(): Promise<Account>;
  /**
   * Say that the answer shows something of this patient, be it a refusal's reason: it is written down before it goes out. `by`
   * is in what capacity, where it differs from that of the call, as in a list about several people.
   */
  viewed(patientId: string, by?: Capacity): void;
}

/** An event ready to be stored in the document that causes it. */
export function message<Name extends EventName>(
  context: WorkContext,
  event: Name,
  payload: Events[Name],
): StoredMessage<Name> {
  return { messageId: newId(context.now), event, payload, at: context.now };
}

/** An audit record ready to be stored with its cause. */
export function audited(context: WorkContext, action: string, reason: string | null = null): AuditEvent {
  return {
    auditId: newId(context.now),
    at: context.now,
    actor: context.actor,
    role: context.authority?.role ?? 'system',
    patientId: context.authority?.patientId ?? null,
    mandateId: context.authority?.mandateId ?? null,
    action,
    traceId: context.traceId,
    reason,
  };
}

/** When the courier looks at a document that was just saved with messages or audit records. */
export const COURIER_DELAY_MS = 15_000;
