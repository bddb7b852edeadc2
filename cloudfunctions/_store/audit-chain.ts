import { createHmac } from 'node:crypto';
import type { AuditEntry } from './audit-log';
import { Collection, command } from './collection';
import { requireKeys } from './keys';

/** What a link says of one entry. */
export interface SealedEntry {
  readonly id: string;
  /** Keyed digest of everything in the entry but its `seal`. */
  readonly digest: string;
}

/**
 * A link of the audit chain. Its hash covers its entries and the hash of the link before it, under a key that is not in
 * the database: whoever edits the log there cannot make a chain that fits.
 */
export interface AuditLink {
  /** `s` and the number, ten digits: two runs cannot add the same link. */
  readonly _id: string;
  /** 1, 2, 3 … without a gap. */
  readonly number: number;
  readonly at: number;
  /** Hash of the link before; `GENESIS` for the first. */
  readonly previous: string;
  readonly entries: readonly SealedEntry[];
  readonly hash: string;
}

export const GENESIS = '0'.repeat(64);

const collection = new Collection<AuditLink>('audit-seals');

export const auditChain = {
  last: async (): Promise<AuditLink | null> =>
    (await collection.find({}, { limit: 1, orderBy: ['number', 'desc'] }))[0] ?? null,
  findFrom: (number: number, limit: number) =>
    collection.find({ number: command().gte(number) }, { limit, orderBy: ['number', 'asc'] }),
  /** @throws DuplicateKeyError where another run was first. */
  append: (link: AuditLink) => collection.insert(link),
};

const keyed = (text: string): string =>
  createHmac('sha256', requireKeys().index).update(`audit\n${text}`, 'utf8').digest('hex');

/** Digest of an entry, whatever the order in which its fields come back. */
export function entryDigest(entry: AuditEntry): string {
  const fields = Object.entries(entry).filter(([field]) => field !== 'seal');
  return keyed(JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1))));
}

export const linkHash = ({ number, at, previous, entries }: Omit<AuditLink, '_id' | 'hash'>): string =>
  keyed(JSON.stringify([number, at, previous, entries.map(({ id, digest }) => [id, digest])]));

/** The link that seals these entries after `last`. */
export function nextLink(last: AuditLink | null, entries: readonly AuditEntry[], at: number): AuditLink {
  const body = {
    number: (last?.number ?? 0) + 1,
    at,
    previous: last?.hash ?? GENESIS,
    entries: entries.map((entry) => ({ id: entry._id, digest: entryDigest(entry) })),
  };
  return { _id: `s${String(body.number).padStart(10, '0')}`, ...body, hash: linkHash(body) };
}
