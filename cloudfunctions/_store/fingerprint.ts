import { createHash } from 'node:crypto';

/** SHA-256 of public content, in hexadecimal: it says whether a copy is still right. */
export const fingerprint = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex');
