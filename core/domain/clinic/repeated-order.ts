import { MINUTE_MS } from '../calendar-day';

/** How soon the same order again is taken for the first one, sent anew by a phone that had lost the answer. */
const SAME_ORDER_MS = 5 * MINUTE_MS;

interface Wanted {
  readonly itemId: string;
  readonly quantity: number;
}

interface Placed {
  readonly practitionerId: string;
  readonly placedAt: number;
  readonly lines: readonly (Wanted & { readonly state: string })[];
}

/**
 * Whether an order of the same encounter is the one that is asked for: by the same doctor, a few minutes ago, the same things
 * in the same quantity, and nobody has touched it since. Who wants a thing twice says so by its quantity.
 */
export const isSameOrder = (
  before: Placed,
  wanted: { readonly practitionerId: string; readonly items: readonly Wanted[] },
  now: number,
): boolean =>
  before.practitionerId === wanted.practitionerId &&
  now - before.placedAt < SAME_ORDER_MS &&
  before.lines.every(({ state }) => state === 'ordered') &&
  contents(before.lines) === contents(wanted.items);

const contents = (items: readonly Wanted[]): string =>
  items
    .map(({ itemId, quantity }) => `${itemId}*${String(quantity)}`)
    .sort()
    .join(' ');
