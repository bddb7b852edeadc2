import type { AuditEvent } from './aggregate';
import { Collection, command } from './collection';
import { DuplicateKeyError } from './store-errors';

/** An audit record in its final place. `_id` is its `auditId`; everything but `seal` is under the seal. */
export interface AuditEntry extends AuditEvent {
  readonly _id: string;
  /** The collection and document that were looked at or changed. */
  readonly collection: string;
  readonly documentId: string;
  /** Number of the link of the chain that covers it; null until the sealer has come by. */
  readonly seal: number | null;
}

const collection = new Collection<AuditEntry>('audit-log');

/** What a record tells of. Ids of looks begin with a letter that those of changes never reach. */
export type AuditKind = 'looked' | 'acted';
export const LOOK_PREFIX = 'v';
const ofKind = (kind: AuditKind) => ({
  _id: kind === 'looked' ? command().gte(LOOK_PREFIX) : command().lt(LOOK_PREFIX),
});

export const auditLog = {
  /** Adding the same record again changes nothing: what is in the log stays as it is. */
  async add(entry: AuditEntry): Promise<void> {
    try {
      await collection.insert(entry);
    } catch (thrown) {
      if (!(thrown instanceof DuplicateKeyError)) throw thrown;
    }
  },
  findUnsealed: (limit: number) => collection.find({ seal: null }, { limit, orderBy: ['_id', 'asc'] }),
  findByIds: (ids: readonly string[]) =>
    collection.find({ _id: command().in(ids) }, { limit: Math.max(1, ids.length) }),
  findOfSeal: (seal: number) => collection.find({ seal }, { limit: 1000 }),
  /** Entries that name a link past this one. */
  findSealedPast: (seal: number, limit: number) => collection.find({ seal: command().gt(seal) }, { limit }),
  findByPatient: (patientId: string, limit: number) =>
    collection.find({ patientId }, { limit, orderBy: ['at', 'desc'] }),
  /** What other people saw or did about a patient, the latest first: however many looks, they push no act out. */
  findByOthers: (
    { patientId, accountId, kind }: { patientId: string; accountId: string; kind: AuditKind },
    limit: number,
  ) =>
    collection.find(
      { ...ofKind(kind), patientId, actor: command().neq(accountId), role: command().neq('system') },
      { limit, orderBy: ['at', 'desc'] },
    ),
  /** What was done by a mandate, the latest first. */
  findActsOf: (mandateId: string, limit: number) =>
    collection.find({ ...ofKind('acted'), mandateId }, { limit, orderBy: ['at', 'desc'] }),
  /** Entries without a link that are older than `before`: the sealer has missed them. */
  findUnsealedBefore: (before: number, limit: number) =>
    collection.find({ seal: null, at: command().lt(before) }, { limit }),
  markSealed: (ids: readonly string[], seal: number): Promise<number> =>
    collection.updateAll({ _id: command().in(ids), seal: null }, { seal }),
};
