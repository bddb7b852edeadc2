import { Buffer } from 'node:buffer';

/** Secrets of the deployment: 32 random bytes each, base64, from the function's environment. */
export interface Keys {
  /** Encrypts fields (AES-256-GCM). */
  readonly field: Buffer;
  /** Keys the blind indexes (HMAC-SHA-256). */
  readonly index: Buffer;
}

export class MissingKeysError extends Error {
  override readonly name = 'MissingKeysError';
}

function keyFrom(environment: NodeJS.ProcessEnv, name: string): Buffer {
  const key = Buffer.from(environment[name] ?? '', 'base64');
  if (key.length !== 32) throw new MissingKeysError(`${name} must hold 32 bytes in base64`);
  return key;
}

let loaded: Keys | undefined;

/** @throws MissingKeysError: a function without keys must not start, or it would store people in clear. */
export function requireKeys(): Keys {
  loaded ??= {
    field: keyFrom(process.env, 'YILUTONG_FIELD_KEY'),
    index: keyFrom(process.env, 'YILUTONG_INDEX_KEY'),
  };
  return loaded;
}
