import { EJSON, type Document } from 'bson';
import { createHash } from 'node:crypto';
import type { DocumentLine } from '../shared/database';

/** What changes when a document changes: a digest of its stored text. */
export const revisionOf = (stored: string): string =>
  createHash('sha256').update(stored).digest('hex').slice(0, 24);

/** A stored document (canonical EJSON) as the console shows it. */
export function documentLine(stored: string): DocumentLine {
  const document = EJSON.parse(stored, { relaxed: false }) as Document;
  return {
    id: EJSON.stringify(document['_id'], { relaxed: false }),
    text: EJSON.stringify(document, undefined, 2, { relaxed: true }),
    revision: revisionOf(stored),
  };
}
