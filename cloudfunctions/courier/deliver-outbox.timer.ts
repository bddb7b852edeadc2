import type { WorkContext } from '../_kernel/call-context';
import { timer } from '../_kernel/deployable';
import { dispatchByFunction, deliverPosted } from '../_kernel/deliver';
import { findDue, OUTBOX_COLLECTIONS, reschedule, takeAudit, type OutboxDocument } from '../_store/outbox';

const AT_ONCE = 50;
/** What one run does at most for one collection; the next run goes on. */
const ROUNDS = 10;
/** How long a message that could not be delivered waits for its next try. */
const AGAIN_MS = 60_000;

/** Three times a minute: delivers what a broken-off call left behind, and moves audit records into the audit log. */
export const main = timer('courier.deliver-outbox', async (_event, context) => {
  for (const collection of OUTBOX_COLLECTIONS) {
    for (let round = 0; round < ROUNDS; round += 1) {
      const due = await findDue(collection, context.now, AT_ONCE);
      for (const document of due) await settle(document, context);
      if (due.length < AT_ONCE) break;
    }
  }
});

async function settle(document: OutboxDocument, context: WorkContext): Promise<void> {
  const { collection, documentId, messages } = document;
  await deliverPosted([{ collection, documentId, messages }], dispatchByFunction, context);
  await takeAudit(document);
  await reschedule(document, context.now + AGAIN_MS);
}
