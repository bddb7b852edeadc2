import type { Readable } from 'node:stream';
import type { Signer } from '../identity/signer';
import type { RecordStore } from '../record-store';
import { TooLarge, type Blobs } from './blobs';
import { contentTypeOf } from './content-type';
import { expired, noSuchKey, signatureMismatch, tooLarge } from './cos-error';
import { FileIndex, type StoredFile } from './file-index';
import { formatFileId } from './file-id';
import type { StorageLimits } from './limits';
import { encodePath, shownPath } from './paths';

export interface StorageOptions {
  envId: string;
  /** Address of the server that serves `/cos/`. */
  origin: string;
  store: RecordStore;
  blobs: Blobs;
  signer: Signer;
  /** The virtual clock, epoch ms. */
  now: () => number;
  limits: StorageLimits;
}

/** What a signed address or header allows, until an instant of the virtual clock (epoch seconds). */
interface Ticket {
  kind: 'upload' | 'download';
  path: string;
  until: number;
}

/** A file as the console shows it. */
export interface ListedFile extends Omit<StoredFile, 'blob'> {
  fileID: string;
}

/** Cloud storage: files by path, reached through signed addresses only. */
export class StorageService {
  readonly #options: StorageOptions;
  readonly #files: FileIndex;

  constructor(options: StorageOptions) {
    this.#options = options;
    this.#files = new FileIndex(options.store);
    options.blobs.keepOnly(new Set(this.#files.list().map(({ blob }) => blob)));
  }

  get limits(): StorageLimits {
    return this.#options.limits;
  }

  get envId(): string {
    return this.#options.envId;
  }

  /** All files by path. */
  list(): ListedFile[] {
    return this.#files.list().map((file) => {
      const { path, size, sha256, contentType, uploadedAt } = file;
      const fileID = formatFileId(this.envId, path);
      return { fileID, path, size, sha256, contentType, uploadedAt };
    });
  }

  has(path: string): boolean {
    return this.#files.get(path) !== undefined;
  }

  /** Address and signature for one upload. */
  uploadTicket(path: string): { url: string; authorization: string } {
    const { origin, limits } = this.#options;
    return {
      url: `${origin}/cos/${encodePath(path)}`,
      authorization: this.#sign('upload', path, limits.uploadSeconds).sign,
    };
  }

  /** A link to a file for so many seconds. */
  link(path: string, seconds: number): string {
    const { sign, until } = this.#sign('download', path, seconds);
    return `${this.#options.origin}/cos/${shownPath(path)}?sign=${sign}&t=${until}`;
  }

  /** Keeps contents under the path that was signed; an earlier file there is replaced. */
  async put(place: string, authorization: string, contents: AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const { blobs, limits, now } = this.#options;
    const { path } = this.#open('upload', authorization, (signed) => signed === place);
    const { name, size, sha256 } = await blobs.write(contents, limits.fileBytes).catch((error: unknown) => {
      throw error instanceof TooLarge ? tooLarge() : error;
    });
    const before = this.#files.get(path);
    const contentType = contentTypeOf(path);
    const file = { path, blob: name, size, sha256, contentType, uploadedAt: now() };
    await this.#files.put(file);
    if (before !== undefined) await blobs.remove(before.blob);
    return file;
  }

  /** The file behind a link. */
  get(place: string, sign: string): { file: StoredFile; open: () => Readable } {
    const { path } = this.#open('download', sign, (signed) => shownPath(signed) === place);
    const file = this.#files.get(path);
    if (file === undefined) throw noSuchKey();
    return { file, open: () => this.#options.blobs.read(file.blob) };
  }

  /** Whether there was such a file to delete. */
  async delete(path: string): Promise<boolean> {
    const file = this.#files.get(path);
    if (file === undefined) return false;
    await this.#files.delete(path);
    await this.#options.blobs.remove(file.blob);
    return true;
  }

  #sign(kind: Ticket['kind'], path: string, seconds: number): { sign: string; until: number } {
    const { signer, now } = this.#options;
    const until = Math.floor(now() / 1000) + seconds;
    return { sign: signer.sign({ kind, path, until }), until };
  }

  #open(kind: Ticket['kind'], sign: string, fits: (path: string) => boolean): Ticket {
    const ticket = this.#options.signer.verify(sign) as Ticket | undefined;
    if (ticket?.kind !== kind || !fits(ticket.path)) throw signatureMismatch();
    if (this.#options.now() >= ticket.until * 1000) throw expired();
    return ticket;
  }
}
