import type { ContextName } from '@core/contract/index';
import { subscriberOf, type EventName, type EventsFor, type Events } from '@core/contract/events';
import { acknowledge, type StoredMessage } from '../_store/outbox';
import { callFunction } from '../_wechat/functions';
import type { Posted, WorkContext } from './call-context';
import { fewAtOnce } from './few-at-once';
import { describeFault, log } from './log';

export type EventHandlers<C extends ContextName> = {
  readonly [Name in EventsFor<C>]: (payload: Events[Name], context: WorkContext) => Promise<void>;
};

/** Handles a message: in this process where the context is the subscriber, else through its cloud function. */
export type Dispatch = (message: StoredMessage, context: WorkContext) => Promise<void>;

export const ACKNOWLEDGED = 'acknowledged';

/** @throws Error where the subscriber did not acknowledge. */
export const dispatchByFunction: Dispatch = async (message) => {
  const answer = await callFunction(subscriberOf[message.event], { deliver: message });
  if (answer !== ACKNOWLEDGED) throw new Error(`Event ${message.event} was not acknowledged`);
};

/** Calls the handler of an event in this process. */
export async function handleEvent(
  handlers: Partial<Record<EventName, (payload: never, context: WorkContext) => Promise<void>>>,
  message: StoredMessage,
  context: WorkContext,
): Promise<void> {
  const handler = handlers[message.event];
  if (!handler) throw new Error(`No handler for ${message.event}`);
  await handler(message.payload as never, context);
}

/** Documents whose messages are on their way at the same time. */
const DOCUMENTS_AT_ONCE = 4;

/**
 * Delivers what was saved: the messages of one document in their order, several documents side by side. A failure, and what
 * there is no more time for, is left to the courier's timer: the message stays where it is stored.
 */
export const deliverPosted = (
  posted: readonly Posted[],
  dispatch: Dispatch,
  context: WorkContext,
  goesOn?: () => boolean,
): Promise<void> =>
  fewAtOnce(posted, DOCUMENTS_AT_ONCE, (document) => deliverOne(document, dispatch, context), goesOn);

async function deliverOne(
  { collection, documentId, messages }: Posted,
  dispatch: Dispatch,
  context: WorkContext,
): Promise<void> {
  const delivered = await deliverEach(messages, dispatch, context);
  if (delivered.length === 0) return;
  await acknowledge(collection, documentId, delivered).catch((thrown: unknown) =>
    warn('unacknowledged', thrown, context),
  );
}

async function deliverEach(
  messages: readonly StoredMessage[],
  dispatch: Dispatch,
  context: WorkContext,
): Promise<string[]> {
  const delivered: string[] = [];
  for (const message of messages) {
    try {
      await dispatch(message, context);
      delivered.push(message.messageId);
    } catch (thrown) {
      warn(`undelivered ${message.event}`, thrown, context);
    }
  }
  return delivered;
}

const warn = (what: string, thrown: unknown, { traceId }: WorkContext): void =>
  log({ level: 'warn', what, traceId, fault: describeFault(thrown) });
