import type { LoadedPart } from './parts/loaded-part';

type Parts = Readonly<Record<string, LoadedPart>>;

/** Characters of JSON in one import call: well below what an event may hold. */
const LARGEST_BATCH = 1_000_000;

/** The parts in calls of bounded size, in their own order; a part alone may be larger than the bound. */
export function partBatches(parts: Parts, largest: number = LARGEST_BATCH): Parts[] {
  const batches: Record<string, LoadedPart>[] = [];
  let size = 0;
  for (const [name, part] of Object.entries(parts)) {
    const own = JSON.stringify(part).length;
    const last = batches.at(-1);
    if (last !== undefined && size + own <= largest) {
      last[name] = part;
      size += own;
    } else {
      batches.push({ [name]: part });
      size = own;
    }
  }
  return batches;
}
