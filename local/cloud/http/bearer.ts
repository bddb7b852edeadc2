import type { IncomingMessage } from 'node:http';
import type { Identity, IdentityService } from '../identity/identity';

/** Who sends a request, by its `Authorization: Bearer` token; undefined where it proves nothing. */
export function bearer(request: IncomingMessage, identity: IdentityService): Identity | undefined {
  const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return token === undefined ? undefined : identity.read(token);
}
