import type { Comparator } from './report';

/** A number, or what an apparatus says where it can measure no further: `<0.5`. */
export interface Measured {
  readonly value: number;
  readonly comparator: Comparator | null;
}

/** maybe: what the apparatus says leaves both open. */
export type Certainty = 'surely' | 'maybe' | 'no';

const isLess = (comparator: Comparator | null): boolean => comparator === '<' || comparator === '<=';
const isMore = (comparator: Comparator | null): boolean => comparator === '>' || comparator === '>=';

/** Whether what was measured lies below `bound`. Nothing is less than nothing: below 0 there is no room. */
export function isBelow({ value, comparator }: Measured, bound: number): Certainty {
  if (value < bound) return isMore(comparator) ? 'maybe' : 'surely';
  if (value > bound) return isLess(comparator) && bound > 0 ? 'maybe' : 'no';
  if (comparator === '<') return bound > 0 ? 'surely' : 'no';
  return comparator === '<=' && bound > 0 ? 'maybe' : 'no';
}

/** Whether what was measured lies above `bound`. */
export function isAbove({ value, comparator }: Measured, bound: number): Certainty {
  if (value > bound) return isLess(comparator) ? 'maybe' : 'surely';
  if (value < bound) return isMore(comparator) ? 'maybe' : 'no';
  if (comparator === '>') return 'surely';
  return comparator === '>=' ? 'maybe' : 'no';
}
