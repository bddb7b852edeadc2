/** Something that is to happen at an instant. */
export interface TimerEntry {
  readonly at: number;
  readonly order: number;
  readonly ring: () => void;
  cancelled: boolean;
}

/** Cancelled entries stay in the heap until they are many: most timers are cancelled long before they are due. */
const KEPT_CANCELLED = 1024;

const earlier = (left: TimerEntry, right: TimerEntry): boolean =>
  left.at < right.at || (left.at === right.at && left.order < right.order);

/** Timers by their instant; those of one instant in the order in which they were set. */
export class TimerQueue {
  #heap: TimerEntry[] = [];
  #cancelled = 0;
  #count = 0;

  add(at: number, ring: () => void): TimerEntry {
    const entry: TimerEntry = { at, ring, order: this.#count, cancelled: false };
    this.#count += 1;
    this.#heap.push(entry);
    this.#rise(this.#heap.length - 1);
    return entry;
  }

  cancel(entry: TimerEntry): void {
    if (entry.cancelled) return;
    entry.cancelled = true;
    this.#cancelled += 1;
    if (this.#cancelled > KEPT_CANCELLED && this.#cancelled * 2 > this.#heap.length) this.#compact();
  }

  /** The next instant at which something happens. */
  nextAt(): number | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (first === undefined || !first.cancelled) return first?.at;
      this.#removeFirst();
    }
  }

  /** Takes the first entry that is due at an instant. */
  takeDue(now: number): TimerEntry | undefined {
    if ((this.nextAt() ?? Infinity) > now) return undefined;
    const entry = this.#removeFirst();
    // Cancelling what was taken must not be counted as an entry of the heap.
    if (entry !== undefined) entry.cancelled = true;
    return entry;
  }

  #compact(): void {
    const live = this.#heap.filter(({ cancelled }) => !cancelled);
    live.sort((left, right) => (earlier(left, right) ? -1 : 1));
    this.#heap = live;
    this.#cancelled = 0;
  }

  #removeFirst(): TimerEntry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (first?.cancelled === true) this.#cancelled -= 1;
    if (last !== undefined && heap.length > 0) {
      heap[0] = last;
      this.#sink(0);
    }
    return first;
  }

  #rise(index: number): void {
    let child = index;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (!this.#swapIfEarlier(child, parent)) return;
      child = parent;
    }
  }

  #sink(index: number): void {
    let parent = index;
    for (;;) {
      const left = 2 * parent + 1;
      const [one, other] = [this.#heap[left], this.#heap[left + 1]];
      if (one === undefined) return;
      const child = other !== undefined && earlier(other, one) ? left + 1 : left;
      if (!this.#swapIfEarlier(child, parent)) return;
      parent = child;
    }
  }

  #swapIfEarlier(child: number, parent: number): boolean {
    const [lower, upper] = [this.#heap[child], this.#heap[parent]];
    if (lower === undefined || upper === undefined || !earlier(lower, upper)) return false;
    this.#heap[child] = upper;
    this.#heap[parent] = lower;
    return true;
  }
}
