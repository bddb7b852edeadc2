import { randomUUID } from 'node:crypto';

/** A refusal of the object store, which answers in XML and not in the envelope of the cloud. */
export class CosError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

// Tencent COS, error codes.
export const signatureMismatch = (): CosError =>
  new CosError(
    403,
    'SignatureDoesNotMatch',
    'The Signature you specified is invalid. Please check the signature.',
  );
export const expired = (): CosError => new CosError(403, 'AccessDenied', 'Request has expired');
export const noSuchKey = (): CosError => new CosError(404, 'NoSuchKey', 'The specified key does not exist.');
export const tooLarge = (): CosError =>
  new CosError(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed object size.');

const escape = (text: string): string =>
  text.replace(/[<>&]/gu, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] ?? '');

/** The body of a refusal; all four ids are read by wx-server-sdk. */
export function toXml({ code, message }: CosError, resource: string): string {
  const lines = {
    Code: code,
    Message: message,
    Resource: resource,
    RequestId: randomUUID(),
    TraceId: randomUUID(),
  };
  const body = Object.entries(lines).map(([name, text]) => `<${name}>${escape(text)}</${name}>`);
  return `<?xml version='1.0' encoding='utf-8' ?>\n<Error>${body.join('')}</Error>`;
}
