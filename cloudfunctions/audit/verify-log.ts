import { auditChain } from '../_store/audit-chain';
import { auditLog } from '../_store/audit-log';
import type { Finding } from './verify-links';

/** An entry that waits longer has been missed: the sealer comes three times a minute. */
const LATE_MS = 3 * 60_000;
const NAMED_AT_MOST = 100;

/** What only shows at the end of the chain: entries past it, and entries that never came under it. */
export async function verifyEnd(now: number): Promise<Finding[]> {
  const last = await auditChain.last();
  const [past, late] = await Promise.all([
    auditLog.findSealedPast(last?.number ?? 0, NAMED_AT_MOST),
    auditLog.findUnsealedBefore(now - LATE_MS, NAMED_AT_MOST),
  ]);
  return [
    ...past.map(({ _id, seal }): Finding => ({ kind: 'cut', link: seal, auditId: _id })),
    ...late.map(({ _id }): Finding => ({ kind: 'unsealed', link: null, auditId: _id })),
  ];
}
