import { seeded, shuffled, type Random } from '../instruments/random';

/** One tap on "book". Every caller has one wish; a repeat is the same tap sent again. */
export interface Attempt {
  readonly caller: number;
  /** 0…slots-1 */
  readonly slot: number;
  readonly requestId: string;
  /** Index of the attempt that this one repeats. */
  readonly repeatOf: number | null;
}

export interface DemandOptions {
  readonly seed: number;
  readonly attempts: number;
  readonly slots: number;
  /** Exponent of Zipf's law: the slot of rank r is wanted in proportion to r^-exponent. */
  readonly exponent: number;
  /** Share of attempts that repeat an earlier one, 0…1. */
  readonly repeats: number;
}

/** A repeat follows its original within this many attempts: some overtake it, most come after its answer. */
const REPEAT_WINDOW = 256;

/** The load of one round, the same for every side. Ranks are dealt to the slots anew by each seed. */
export function demand(options: DemandOptions): Attempt[] {
  const { seed, attempts, slots, exponent, repeats } = options;
  const random = seeded(seed);
  const slotOfRank = shuffled(slots, random);
  const rank = zipf(slots, exponent, random);
  const list: Attempt[] = [];
  let caller = 0;
  for (let index = 0; index < attempts; index += 1) {
    const before = random() < repeats ? list[originalOf(list, random)] : undefined;
    if (before) {
      list.push({ ...before, repeatOf: list.indexOf(before) });
      continue;
    }
    const requestId = `bench-${String(seed).padStart(6, '0')}-${String(index).padStart(8, '0')}`;
    list.push({ caller, slot: slotOfRank[rank()] ?? 0, requestId, repeatOf: null });
    caller += 1;
  }
  return list;
}

/** Index of a recent first attempt; -1 while there is none. */
function originalOf(list: readonly Attempt[], random: Random): number {
  const reach = Math.min(REPEAT_WINDOW, list.length);
  const index = list.length - 1 - Math.floor(random() * reach);
  return list[index]?.repeatOf ?? index;
}

/** Draws ranks 0…count-1 by Zipf's law. */
export function zipf(count: number, exponent: number, random: Random): () => number {
  const bounds: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= count; rank += 1) {
    sum += rank ** -exponent;
    bounds.push(sum);
  }
  return () => {
    const drawn = random() * sum;
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) > drawn) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
