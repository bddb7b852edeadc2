import type { PhoneHost, PhoneIdentity } from '../runtime/interfaces';
import { isOnline } from './network';

/** What a call to the cloud came to: its JSON, or why there is none. */
export type CloudReply =
  { kind: 'answer'; status: number; body: Record<string, unknown> } | { kind: 'offline' };

interface Request {
  body: unknown;
  token?: string;
}

async function post(path: string, request: Request): Promise<CloudReply> {
  const headers: Record<string, string> = { 'content-type': 'application/json', 'x-local-control': '1' };
  if (request.token !== undefined) headers['authorization'] = `Bearer ${request.token}`;
  try {
    const response = await fetch(path, { method: 'POST', headers, body: JSON.stringify(request.body) });
    const text = await response.text();
    const body = JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
    return { kind: 'answer', status: response.status, body };
  } catch {
    return { kind: 'offline' };
  }
}

const unauthorized = 401;

/** A token of an erased cloud is worth nothing: sign the same WeChat user in again. */
async function renew(host: PhoneHost, identity: PhoneIdentity): Promise<string | undefined> {
  const { openid, phoneNumber } = identity;
  const reply = await post('/control/login', { body: { openid, phoneNumber } });
  if (reply.kind === 'offline' || typeof reply.body['token'] !== 'string') return undefined;
  host.identity.change({ ...identity, token: reply.body['token'] });
  return reply.body['token'];
}

/** Sends something to the local cloud as the WeChat user of this phone. */
export async function askCloud(host: PhoneHost, path: string, body: unknown): Promise<CloudReply> {
  if (!isOnline(host)) return { kind: 'offline' };
  const identity = await host.identity.ensure();
  const reply = await post(path, { body, token: identity.token });
  if (reply.kind === 'offline' || reply.status !== unauthorized) return reply;
  const token = await renew(host, identity);
  return token === undefined ? reply : post(path, { body, token });
}
