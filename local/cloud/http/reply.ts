import type { IncomingMessage, ServerResponse } from 'node:http';

/** Sends JSON. The SDK takes this exact content type as "not bytes"; see `replyBytes`. */
export function replyJson(response: ServerResponse, status: number, body: unknown): void {
  // A text goes out in one write with the head; bytes would take a second one.
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

/** Sends JSON in answer to a request that was refused unread: what is still coming of it is thrown away. */
export function refuseJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: unknown,
): void {
  // Closing at once would take the answer from a client that is still sending.
  request.resume();
  replyJson(response, status, body);
}

/**
 * Sends an answer of wx.openApi or wx.wxPayApi. wx-server-sdk 4.0.2 reads every answer with content
 * type `application/json; charset=utf-8` as an error, so a success must bear another one.
 */
export function replyBytes(response: ServerResponse, bytes: Uint8Array): void {
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': bytes.byteLength,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}
