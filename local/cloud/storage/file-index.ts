import type { RecordStore } from '../record-store';

/** A file as the cloud knows it; its contents lie among the blobs. */
export interface StoredFile {
  path: string;
  blob: string;
  /** Bytes. */
  size: number;
  sha256: string;
  contentType: string;
  /** The virtual clock, epoch ms. */
  uploadedAt: number;
}

const KIND = 'file';

/** The files by path: read into memory at start, written through to the store. */
export class FileIndex {
  readonly #store: RecordStore;
  readonly #files = new Map<string, StoredFile>();

  constructor(store: RecordStore) {
    this.#store = store;
    for (const { id, value } of store.list(KIND)) this.#files.set(id, value as StoredFile);
  }

  get(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }

  list(): StoredFile[] {
    return [...this.#files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Resolves when the change is durable. */
  async put(file: StoredFile): Promise<void> {
    this.#files.set(file.path, file);
    await this.#store.put(KIND, file.path, file);
  }

  async delete(path: string): Promise<void> {
    this.#files.delete(path);
    await this.#store.delete(KIND, path);
  }
}
