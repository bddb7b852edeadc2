/** Layout of SQLite's write-ahead log (sqlite.org/fileformat2.html, section 4). */
const HEADER_BYTES = 32;
const FRAME_HEADER_BYTES = 24;

/** A write-ahead log, taken apart. */
export interface Log {
  readonly bytes: Buffer;
  /** Where each frame begins; the last number is where the last one ends. */
  readonly frames: readonly number[];
  /** Where the last frame of each commit ends. */
  readonly commits: readonly number[];
}

/** Bytes of a log with this many frames of the usual page. */
export const logBytesOf = (frames: number): number => HEADER_BYTES + frames * (FRAME_HEADER_BYTES + 4096);

/** Finds frames and commits. Throws where the log does not end with a commit. */
export function readLog(bytes: Buffer): Log {
  const pageBytes = bytes.readUInt32BE(8);
  const frames = [HEADER_BYTES];
  const commits: number[] = [];
  for (let at = HEADER_BYTES; at < bytes.length;) {
    // Size of the database in pages in the last frame of a commit, else 0.
    const isCommit = bytes.readUInt32BE(at + 4) !== 0;
    at += FRAME_HEADER_BYTES + pageBytes;
    frames.push(at);
    if (isCommit) commits.push(at);
  }
  if (frames.at(-1) !== bytes.length || commits.at(-1) !== bytes.length)
    throw new Error('the log does not end with a commit');
  return { bytes, frames, commits };
}
