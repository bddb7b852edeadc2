import { isLost } from './client-answer';
import { newRequestId } from './request-id';

interface Attempt<A> {
  readonly key: string;
  readonly requestId: string;
  readonly running: Promise<A> | null;
}

/**
 * One button's command. A double tap shares the running call; after a lost answer the same contents go out
 * under the same request id, so that they can only be done once; anything else is a new intent.
 */
export function createCommand<I extends { readonly requestId: string }, A extends { readonly ok: boolean }>(
  send: (input: I) => Promise<A>,
  makeId: () => string = newRequestId,
): (input: Omit<I, 'requestId'>) => Promise<A> {
  let last: Attempt<A> | null = null;
  return (input) => {
    const key = JSON.stringify(input);
    const same = last?.key === key ? last : null;
    if (same?.running) return same.running;
    const requestId = same?.requestId ?? makeId();
    const running = send({ ...input, requestId } as unknown as I).then((answer) => {
      if (last?.requestId === requestId) last = isLost(answer) ? { key, requestId, running: null } : null;
      return answer;
    });
    last = { key, requestId, running };
    return running;
  };
}
