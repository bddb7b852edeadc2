import { audited, COURIER_DELAY_MS, type WorkContext } from '../_kernel/call-context';
import { bills, type BillRecord } from '../_store/bills';
import type { StoredMessage } from '../_store/outbox';

interface BillChange {
  readonly action: string;
  readonly reason?: string;
  readonly messages: readonly StoredMessage[];
}

/** Saves the next state with what it tells others; false where somebody changed the bill meanwhile. */
export async function saveBill(
  next: BillRecord,
  { action, reason, messages }: BillChange,
  context: WorkContext,
): Promise<boolean> {
  const saved = await bills.replace({
    ...next,
    audit: [...next.audit, audited(context, action, reason ?? null)],
    outbox: [...next.outbox, ...messages],
    outboxDueAt: context.now + COURIER_DELAY_MS,
  });
  if (saved && messages.length > 0) context.posted({ collection: 'bills', documentId: next._id, messages });
  return saved;
}
