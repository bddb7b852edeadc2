import type { ServerResponse } from 'node:http';

/**
 * What the pages of the preview may do: load from this server only. Styles are set by scripts on
 * elements, pictures and fonts may be embedded; no script from a text, no request to elsewhere.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' data: blob:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'none'",
  "base-uri 'none'",
].join('; ');

/** Headers of every answer of the preview. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), clipboard-write=(self)',
};

interface Reply {
  status?: number;
  contentType: string;
  body: string | Uint8Array;
  /** Whether what stands at this address can never change. */
  forGood?: boolean;
}

/** Sends one whole answer; the browser keeps nothing but what cannot change. */
export function reply(response: ServerResponse, { status = 200, contentType, body, forGood }: Reply): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': forGood ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  response.end(body);
}
