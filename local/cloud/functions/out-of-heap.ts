/** The last words of a JavaScript engine that found no more room in its heap. */
const LAST_WORDS = 'heap out of memory';

/** Reads along with what a process prints as it dies, and knows whether its heap was full. */
export class OutOfHeap {
  #tail = '';
  seen = false;

  read(data: Buffer): void {
    if (this.seen) return;
    const text = this.#tail + data.toString('latin1');
    this.seen = text.includes(LAST_WORDS);
    this.#tail = text.slice(-LAST_WORDS.length);
  }
}
