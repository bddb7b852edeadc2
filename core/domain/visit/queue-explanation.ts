import type { Standing } from './queue';

/** Why somebody stands before me. */
export type AheadBecause =
  | 'emergency'
  | 'green-channel'
  | 'courtesy'
  /** Waited before and was called, sent away or passed: it is their turn again. */
  | 'again'
  | 'earlier-half-hour'
  /** Came in their half-hour, while I missed mine. */
  | 'on-time'
  | 'smaller-number'
  /** It was their turn while I was away. */
  | 'their-turn';

export interface Explanation {
  readonly ahead: number;
  /** Adds up to `ahead`; the weightiest reason first. */
  readonly because: readonly { readonly why: AheadBecause; readonly people: number }[];
}

const ORDER: readonly AheadBecause[] = [
  'emergency',
  'green-channel',
  'courtesy',
  'again',
  'earlier-half-hour',
  'on-time',
  'smaller-number',
  'their-turn',
];

/** How many people are ahead and why, each counted once; null where the person does not wait. */
export function explain(queue: readonly Standing[], encounterId: string): Explanation | null {
  const place = queue.findIndex((standing) => standing.encounterId === encounterId);
  const mine = queue[place];
  if (mine === undefined) return null;
  const reasons = queue.slice(0, place).map((other) => reasonOf(other, mine));
  const because = ORDER.map((why) => ({ why, people: reasons.filter((one) => one === why).length }));
  return { ahead: place, because: because.filter(({ people }) => people > 0) };
}

function reasonOf(other: Standing, mine: Standing): AheadBecause {
  const { priority } = other.waiting;
  if (other.waiting.again !== null) return 'again';
  if (other.sessionRank < mine.sessionRank && priority !== 'none') return priority;
  if (mine.waiting.again !== null || other.sessionRank !== mine.sessionRank) return 'their-turn';
  if (other.minute < mine.minute) return 'earlier-half-hour';
  if (mine.late && !other.late) return 'on-time';
  if (other.halfHourRank < mine.halfHourRank) return 'courtesy';
  return 'smaller-number';
}
