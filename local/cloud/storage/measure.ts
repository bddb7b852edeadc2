import { createHash, randomBytes } from 'node:crypto';
import { TooLarge, type KeptBlob } from './blobs';

/** Passes contents on while it counts and hashes them; refuses the byte after the last allowed one. */
export class Measure {
  readonly #hash = createHash('sha256');
  #size = 0;

  async *through(source: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      this.#size += chunk.length;
      if (this.#size > mostBytes) throw new TooLarge(`the file is larger than ${mostBytes} bytes`);
      this.#hash.update(chunk);
      yield chunk;
    }
  }

  /** To be asked once, at the end. */
  result(): KeptBlob {
    const sha256 = this.#hash.digest('hex');
    return { name: `${sha256}-${randomBytes(4).toString('hex')}`, size: this.#size, sha256 };
  }
}
