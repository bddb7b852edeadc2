import { Buffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { requireKeys } from './keys';

/** A personal field as it is stored: `v1.<iv>.<tag>.<ciphertext>`, base64url. */
export type Sealed = string & { readonly unit: 'sealed' };

/** Where a sealed field lives. It is authenticated with the text, so a field copied elsewhere does not open. */
export interface FieldPlace {
  readonly documentId: string;
  readonly field: string;
}

const VERSION = 'v1';
const IV_BYTES = 12;

const placeBytes = (place: FieldPlace): Buffer => Buffer.from(`${place.documentId}\n${place.field}`, 'utf8');

/** Encrypts a name, number or phone for one field of one document. */
export function seal(plain: string, place: FieldPlace): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', requireKeys().field, iv).setAAD(placeBytes(place));
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString('base64url'));
  return [VERSION, ...parts].join('.') as Sealed;
}

/** @throws Error where the text was altered, moved to another place or sealed with another key. */
export function open(sealed: Sealed, place: FieldPlace): string {
  const [version, iv = '', tag = '', text = ''] = sealed.split('.');
  if (version !== VERSION) throw new Error('A sealed field of an unknown version');
  const decipher = createDecipheriv('aes-256-gcm', requireKeys().field, Buffer.from(iv, 'base64url'), {
    authTagLength: 16,
  });
  decipher.setAAD(placeBytes(place)).setAuthTag(Buffer.from(tag, 'base64url'));
  return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8');
}
