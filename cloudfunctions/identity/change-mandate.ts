import { refuse } from '@core/domain/result';
import { audited, COURIER_DELAY_MS, type CallContext } from '../_kernel/call-context';
import { bodyIndexOf, remember, replayOf } from '../_kernel/requests';
import { CHANGED, untilSaved } from '../_kernel/retry';
import type { Aggregate } from '../_store/aggregate';
import type { OutboxCollection, StoredMessage } from '../_store/outbox';

interface Repository<T> {
  findById(id: string): Promise<T | null>;
  replace(next: T): Promise<boolean>;
}

interface Target<T> {
  readonly collection: OutboxCollection;
  readonly repository: Repository<T>;
  readonly id: string;
}

interface Command {
  readonly procedure: string;
  readonly input: { readonly requestId: string };
}

/** A rule's no, whatever its code. */
export interface Refused {
  readonly ok: false;
}

/** What a rule makes of a document: the next one with the events it causes, the same one, or a refusal. */
export type MandateDecision<T> =
  { readonly next: T; readonly messages?: readonly StoredMessage[] } | { readonly same: T } | Refused;

/**
 * Load → decide → save for one document of consents, assistances or help requests. The same request id is applied once; a
 * refusal stores nothing. `NOT_FOUND` where there is no such document.
 */
export function changeMandate<T extends Aggregate, Decision extends MandateDecision<T>>(
  { target, command: { procedure, input } }: { readonly target: Target<T>; readonly command: Command },
  context: CallContext,
  decide: (document: T) => Decision,
) {
  const bodyIndex = bodyIndexOf(procedure, input);
  return untilSaved(async () => {
    const document = await target.repository.findById(target.id);
    if (!document) return refuse('NOT_FOUND', null);
    const replay = replayOf(document.requests, input.requestId, bodyIndex);
    if (replay === 'reused') return refuse('REQUEST_ID_REUSED', null);
    if (replay === 'same') return { ok: true, document } as const;

    const decision = decide(document);
    if ('same' in decision) return { ok: true, document: decision.same } as const;
    if (!('next' in decision)) return decision as Extract<Decision, Refused>;
    const messages = decision.messages ?? [];
    const next: T = {
      ...decision.next,
      requests: remember(document.requests, { requestId: input.requestId, bodyIndex, at: context.now }),
      audit: [...document.audit, audited(context, `identity.${procedure}`)],
      outbox: [...document.outbox, ...messages],
      outboxDueAt: context.now + COURIER_DELAY_MS,
    };
    if (!(await target.repository.replace(next))) return CHANGED;
    if (messages.length > 0) {
      context.posted({ collection: target.collection, documentId: target.id, messages });
    }
    return { ok: true, document: next } as const;
  });
}
