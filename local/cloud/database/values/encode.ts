import { calculateObjectSize, EJSON } from 'bson';
import { requestFailed } from '../failures';
import { MAXIMUM_DOCUMENT_BYTES } from '../limits';
import type { Document } from './value';

/** Canonical EJSON never needs fewer than a quarter of BSON's bytes in characters: below this no document is too big. */
const SURELY_SMALL = MAXIMUM_DOCUMENT_BYTES / 4;

/** Canonical EJSON text: exact for every type, also for dates before 1970, NaN and -0. */
export function encodeDocument(document: Document): string {
  return EJSON.stringify(document, { relaxed: false });
}

/** The text to store; refuses what MongoDB refuses because of its size. */
export function encodeForStorage(document: Document): string {
  const text = encodeDocument(document);
  if (text.length > SURELY_SMALL) {
    const size = calculateObjectSize(document);
    if (size > MAXIMUM_DOCUMENT_BYTES) {
      throw requestFailed(
        `BSONObj size: ${size} is invalid. Size must be between 0 and ${MAXIMUM_DOCUMENT_BYTES}(16MB)`,
      );
    }
  }
  return text;
}
