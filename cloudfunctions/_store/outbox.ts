import type { EventName, Events } from '@core/contract/events';
import { auditLog } from './audit-log';
import { Collection, command } from './collection';
import type { Aggregate, AuditEvent } from './aggregate';

/** An event on its way, stored in the document whose change caused it. */
export interface StoredMessage<Name extends EventName = EventName> {
  readonly messageId: string;
  readonly event: Name;
  readonly payload: Events[Name];
  readonly at: number;
}

export const OUTBOX_COLLECTIONS = [
  'accounts',
  'patients',
  'appointments',
  'payments',
  'bills',
  'role-grants',
  'consents',
  'assistances',
  'help-requests',
  'reports',
  'quarantine',
  'checkpoints',
  'encounters',
  'orders',
  'admissions',
  'stops',
  'health-notes',
] as const;
export type OutboxCollection = (typeof OUTBOX_COLLECTIONS)[number];

export interface OutboxDocument {
  readonly collection: OutboxCollection;
  readonly documentId: string;
  readonly messages: readonly StoredMessage[];
  readonly audit: readonly AuditEvent[];
  /** Whose document it is; null where it is no single patient's. */
  readonly patientId: string | null;
}

type OfPatient = Aggregate & { readonly patientId?: string | null };

const aggregates = (name: OutboxCollection) => new Collection<OfPatient>(name);

const patientOf = (from: OutboxCollection, { _id, patientId }: Pick<OfPatient, '_id' | 'patientId'>) =>
  from === 'patients' ? _id : (patientId ?? null);

/** Takes delivered messages out of their document. Doing it twice does no harm. */
export async function acknowledge(
  from: OutboxCollection,
  id: string,
  messageIds: readonly string[],
): Promise<void> {
  await aggregates(from).updateIf(
    id,
    {},
    { outbox: command().pull({ messageId: command().in(messageIds) }) },
  );
}

/** Documents with messages or audit records that wait since `now` or longer, oldest first. */
export async function findDue(from: OutboxCollection, now: number, limit: number): Promise<OutboxDocument[]> {
  const due = await aggregates(from).find(
    { outboxDueAt: command().lte(now) },
    { limit, orderBy: ['outboxDueAt', 'asc'], fields: ['_id', 'outbox', 'audit', 'patientId'] },
  );
  return due.map((document) => ({
    collection: from,
    documentId: document._id,
    messages: document.outbox,
    audit: document.audit,
    patientId: patientOf(from, document),
  }));
}

/** Moves audit records into the audit log. The record's id is the log's `_id`, so a repeated move adds nothing. */
export async function takeAudit(document: OutboxDocument): Promise<void> {
  if (document.audit.length === 0) return;
  const { collection, documentId } = document;
  for (const record of document.audit) {
    const patientId = record.patientId ?? document.patientId;
    await auditLog.add({ ...record, patientId, _id: record.auditId, collection, documentId, seal: null });
  }
  const ids = document.audit.map((record) => record.auditId);
  await aggregates(document.collection).updateIf(
    document.documentId,
    {},
    { audit: command().pull({ auditId: command().in(ids) }) },
  );
}

/** Looks at the document again at `dueAt`, or never where nothing is left in it. */
export async function reschedule(document: OutboxDocument, dueAt: number): Promise<void> {
  const collection = aggregates(document.collection);
  const settled = await collection.updateIf(
    document.documentId,
    { outbox: [], audit: [] },
    { outboxDueAt: null },
  );
  if (!settled) await collection.updateIf(document.documentId, {}, { outboxDueAt: dueAt });
}
