import type { Readable } from 'node:stream';

/** Contents that were kept whole. */
export interface KeptBlob {
  /** Under which they are found; never two with one name. */
  name: string;
  size: number;
  /** Hex. */
  sha256: string;
}

/** The contents grew beyond what may be kept. */
export class TooLarge extends Error {}

/** Where the contents of files lie. */
export interface Blobs {
  /** Resolves when the contents are safe from a crash; nothing is left of ones that broke off. */
  write(source: AsyncIterable<Uint8Array>, mostBytes: number): Promise<KeptBlob>;
  read(name: string): Readable;
  remove(name: string): Promise<void>;
  /** Removes what no file refers to, and what a crash left half done. */
  keepOnly(names: ReadonlySet<string>): void;
}
