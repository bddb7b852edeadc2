import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs small objects, so that their bearer cannot change them. */
export interface Signer {
  sign(payload: object): string;
  /** The signed object, or undefined where the token is not one of ours. */
  verify(token: string): unknown;
}

/** HMAC-SHA256 over base64url JSON: `payload.signature`. */
export function createSigner(key: Buffer): Signer {
  const signature = (text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    sign: (payload) => {
      const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
      return `${text}.${signature(text).toString('base64url')}`;
    },
    verify: (token) => {
      const [text, given, rest] = token.split('.');
      if (text === undefined || given === undefined || rest !== undefined) return undefined;
      const expected = signature(text);
      const received = Buffer.from(given, 'base64url');
      if (received.length !== expected.length || !timingSafeEqual(received, expected)) return undefined;
      // Base64url has several spellings of the last character: only the one we wrote is ours.
      if (expected.toString('base64url') !== given) return undefined;
      return JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown;
    },
  };
}
