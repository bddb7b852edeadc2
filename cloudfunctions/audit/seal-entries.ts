import { auditChain, nextLink, type AuditLink } from '../_store/audit-chain';
import { auditLog } from '../_store/audit-log';
import { DuplicateKeyError } from '../_store/store-errors';

const ENTRIES_PER_LINK = 500;
/** A run ends after so many; the next one goes on. */
const LINKS_PER_RUN = 20;

/**
 * Seals what is in the log and not yet under the chain. Run twice at once, only one adds each link. Broken off between a
 * link and the marking of its entries, the next run marks them first. Answers the head of the chain.
 */
export async function sealEntries(now: number): Promise<AuditLink | null> {
  let last = await auditChain.last();
  if (last) await mark(last);
  for (let made = 0; made < LINKS_PER_RUN; made += 1) {
    const entries = await auditLog.findUnsealed(ENTRIES_PER_LINK);
    if (entries.length === 0) return last;
    const link = nextLink(last, entries, now);
    try {
      await auditChain.append(link);
    } catch (thrown) {
      if (thrown instanceof DuplicateKeyError) return auditChain.last();
      throw thrown;
    }
    await mark(link);
    last = link;
  }
  return last;
}

const mark = ({ entries, number }: AuditLink): Promise<number> =>
  auditLog.markSealed(
    entries.map(({ id }) => id),
    number,
  );
