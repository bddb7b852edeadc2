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
}

/** Sends one whole answer; nothing of the preview is kept by the browser. */
export function reply(response: ServerResponse, { status = 200, contentType, body }: Reply): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
  });
  response.end(body);
}
