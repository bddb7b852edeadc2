import { deflateRawSync } from 'node:zlib';
import type { FileTree } from '../build/file-tree';

/** Bytes of headers per entry and per archive in the ZIP format, without names. */
const PER_ENTRY = 30 + 46;
const PER_ARCHIVE = 22;

/** Size of the ZIP archive that an upload of these files sends, in bytes. */
export function archiveSize(files: FileTree): number {
  return [...files].reduce(
    (sum, [name, contents]) =>
      sum + PER_ENTRY + 2 * Buffer.byteLength(name) + deflateRawSync(contents, { level: 9 }).byteLength,
    PER_ARCHIVE,
  );
}
