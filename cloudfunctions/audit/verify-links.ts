import { auditChain, entryDigest, GENESIS, linkHash, type AuditLink } from '../_store/audit-chain';
import { auditLog, type AuditEntry } from '../_store/audit-log';

/** Something in the log that is not as it was sealed. */
export interface Finding {
  readonly kind:
    /** An entry differs from what was sealed. */
    | 'altered'
    /** A sealed entry is gone. */
    | 'missing'
    /** An entry claims a link that does not name it. */
    | 'foreign'
    /** A link differs from what its own hash says, or does not follow the one before. */
    | 'broken-link'
    /** Links are gone: a number is left out, entries name links past the end, or the head is not the one expected. */
    | 'cut'
    /** An entry that the sealer should have taken long ago. */
    | 'unsealed';
  /** Number of the link; null for entries outside of any. */
  readonly link: number | null;
  /** Id of the audit record; null where the link itself is meant. */
  readonly auditId: string | null;
}

/** How far a look through the chain has come. */
export interface Position {
  readonly number: number;
  /** Hash of the link before. */
  readonly previous: string;
}

export const START: Position = { number: 1, previous: GENESIS };

export interface Verified {
  readonly findings: readonly Finding[];
  readonly entries: number;
  /** Where the next part begins; null at the end. */
  readonly next: Position | null;
  /** `number:hash` of each link looked at. */
  readonly heads: readonly string[];
  /** The last of them. */
  readonly head: string | null;
}

const LINKS_AT_ONCE = 10;

/** Looks at some links and everything under them. */
export async function verifyLinks(from: Position): Promise<Verified> {
  const links = await auditChain.findFrom(from.number, LINKS_AT_ONCE);
  const findings: Finding[] = [];
  let position = from;
  for (const link of links) {
    findings.push(...linkFindings(link, position), ...(await entryFindings(link)));
    position = { number: link.number + 1, previous: link.hash };
  }
  const heads = links.map(({ number, hash }) => `${String(number)}:${hash}`);
  return {
    findings,
    entries: links.reduce((sum, { entries }) => sum + entries.length, 0),
    next: links.length === LINKS_AT_ONCE ? position : null,
    heads,
    head: heads.at(-1) ?? null,
  };
}

function linkFindings(link: AuditLink, expected: Position): Finding[] {
  const found = (kind: Finding['kind']): Finding[] => [{ kind, link: link.number, auditId: null }];
  if (link.number !== expected.number) return found('cut');
  const fits = link.previous === expected.previous && link.hash === linkHash(link);
  return fits ? [] : found('broken-link');
}

async function entryFindings(link: AuditLink): Promise<Finding[]> {
  const ids = link.entries.map(({ id }) => id);
  const [stored, claiming] = await Promise.all([auditLog.findByIds(ids), auditLog.findOfSeal(link.number)]);
  const byId = new Map(stored.map((entry) => [entry._id, entry]));
  const named = new Set(ids);
  const found = (kind: Finding['kind'], auditId: string): Finding => ({ kind, link: link.number, auditId });
  return [
    ...link.entries.flatMap(({ id, digest }) => {
      const entry = byId.get(id);
      if (!entry) return [found('missing', id)];
      return isAsSealed(entry, digest, link.number) ? [] : [found('altered', id)];
    }),
    ...claiming.filter(({ _id }) => !named.has(_id)).map(({ _id }) => found('foreign', _id)),
  ];
}

/** The mark of the newest link may still be on its way. */
const isAsSealed = (entry: AuditEntry, digest: string, number: number): boolean =>
  entryDigest(entry) === digest && (entry.seal === number || entry.seal === null);
