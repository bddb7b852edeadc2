import type { AcceptedRequest } from '../_store/aggregate';
import { blindIndex } from '../_store/blind-index';

/** An account keeps this many of its latest commands; older ones are past any retry of a phone. */
export const REMEMBERED_REQUESTS = 128;

/**
 * Keyed fingerprint of a command without its request id: an identity number inside it must not be guessable from what is
 * stored.
 */
export function bodyIndexOf(procedure: string, input: object): string {
  const body = Object.entries(input).filter(([field]) => field !== 'requestId');
  const entries = body.sort(([a], [b]) => (a < b ? -1 : 1));
  return blindIndex('request', JSON.stringify([procedure, entries]));
}

export type Replay = 'new' | 'same' | 'reused';

/** Whether a command was accepted before, and with the same contents. */
export function replayOf(requests: readonly AcceptedRequest[], requestId: string, bodyIndex: string): Replay {
  const before = requests.find((request) => request.requestId === requestId);
  if (!before) return 'new';
  return before.bodyIndex === bodyIndex ? 'same' : 'reused';
}

export const remember = (
  requests: readonly AcceptedRequest[],
  accepted: AcceptedRequest,
): AcceptedRequest[] => [...requests, accepted].slice(-REMEMBERED_REQUESTS);
