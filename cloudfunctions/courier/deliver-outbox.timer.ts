import { timer } from '../_kernel/deployable';
import { dispatchByFunction, deliverPosted } from '../_kernel/deliver';
import { findDue, OUTBOX_COLLECTIONS, reschedule, takeAudit } from '../_store/outbox';

const AT_ONCE = 50;
/** How long a message that could not be delivered waits for its next try. */
const AGAIN_MS = 60_000;

/** Each minute: delivers what a broken-off call left behind, and moves audit records into the audit log. */
export const main = timer('courier.deliver-outbox', async (_event, context) => {
  for (const collection of OUTBOX_COLLECTIONS) {
    for (const document of await findDue(collection, context.now, AT_ONCE)) {
      const { documentId, messages } = document;
      await deliverPosted([{ collection, documentId, messages }], dispatchByFunction, context);
      await takeAudit(document);
      await reschedule(document, context.now + AGAIN_MS);
    }
  }
});
