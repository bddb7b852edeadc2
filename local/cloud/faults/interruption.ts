/**
 * How a request ends without an answer. Whoever carries the request acts on it: a server says that time is over,
 * or breaks the connection off; a host ends the instance.
 */
export type InterruptionKind = 'lost-answer' | 'connection-reset' | 'instance-crash';

/** Thrown instead of an answer that never comes. */
export class Interruption extends Error {
  constructor(readonly kind: InterruptionKind) {
    super(kind === 'lost-answer' ? 'request timeout' : 'the connection was reset');
    this.name = 'Interruption';
  }
}
