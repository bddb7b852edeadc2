import type { WorkContext } from '../_kernel/call-context';
import { now } from '../_kernel/clock';
import { timer } from '../_kernel/deployable';
import { dispatchByFunction, deliverPosted } from '../_kernel/deliver';
import { fewAtOnce } from '../_kernel/few-at-once';
import { describeFault, log } from '../_kernel/log';
import {
  findDue,
  OUTBOX_COLLECTIONS,
  reschedule,
  takeAudit,
  type OutboxCollection,
  type OutboxDocument,
} from '../_store/outbox';

const AT_ONCE = 50;
/** Of these, whose messages are on their way at the same time. */
const SIDE_BY_SIDE = 8;
/** What one run does at most for one collection; the next run goes on. */
const ROUNDS = 10;
/** The next run begins after 20 seconds: one that has more to do leaves it to that. */
const LASTS_MS = 18_000;
/** How long a message that could not be delivered waits for its next try. */
const AGAIN_MS = 60_000;

/** Three times a minute: delivers what a broken-off call left behind, and moves audit records into the audit log. */
export const main = timer('courier.deliver-outbox', async (_event, context) => {
  for (const collection of OUTBOX_COLLECTIONS) {
    // What cannot be read of one collection must not keep the others waiting.
    await settleDue(collection, context).catch((thrown: unknown) => complain(thrown, context));
  }
});

async function settleDue(collection: OutboxCollection, context: WorkContext): Promise<void> {
  const goesOn = (): boolean => now() - context.now < LASTS_MS;
  for (let round = 0; round < ROUNDS && goesOn(); round += 1) {
    const due = await findDue(collection, context.now, AT_ONCE);
    await fewAtOnce(due, SIDE_BY_SIDE, (document) => settle(document, context), goesOn);
    if (due.length < AT_ONCE) return;
  }
}

/** One document that cannot be settled is put off, so that it does not stand before the others for ever. */
async function settle(document: OutboxDocument, context: WorkContext): Promise<void> {
  const { collection, documentId, messages } = document;
  try {
    await deliverPosted([{ collection, documentId, messages }], dispatchByFunction, context);
    await takeAudit(document);
  } catch (thrown) {
    complain(thrown, context);
  }
  await reschedule(document, context.now + AGAIN_MS);
}

const complain = (thrown: unknown, { traceId }: WorkContext): void =>
  log({ level: 'error', what: 'unsettled document', traceId, fault: describeFault(thrown) });
