import { blindIndex } from './blind-index';
import { Collection, command } from './collection';
import { DuplicateKeyError } from './store-errors';

interface AttemptCounter {
  readonly _id: string;
  readonly count: number;
  /** When the window that is counted began. */
  readonly since: number;
}

export interface AttemptLimit {
  readonly maximum: number;
  readonly windowMs: number;
}

const collection = new Collection<AttemptCounter>('attempts');
const idOf = (subject: string): string => `t${blindIndex('attempts', subject)}`;

/** Counts tries per subject (an account, an identity number) in a window, in one document each. */
export const attempts = {
  /** Counts one try: null where it is allowed, else from when the next one is. Each step is one conditional update. */
  async take(
    subject: string,
    limit: AttemptLimit,
    now: number,
  ): Promise<{ readonly retryAt: number } | null> {
    const _id = idOf(subject);
    if ((await countOne(_id, limit, now)) || (await countFirst(_id, now))) return null;
    // Somebody else counted the first one in this very moment: one's own is counted beside it.
    if (await countOne(_id, limit, now)) return null;
    const counter = await collection.findById(_id);
    return { retryAt: (counter?.since ?? now) + limit.windowMs };
  },

  /** Takes back a try that turned out to be rightful. */
  async giveBack(subject: string): Promise<void> {
    await collection.updateIf(idOf(subject), { count: command().gt(0) }, { count: command().inc(-1) });
  },
};

async function countOne(_id: string, { maximum, windowMs }: AttemptLimit, now: number): Promise<boolean> {
  const windowStart = now - windowMs;
  const inWindow = { since: command().gt(windowStart), count: command().lt(maximum) };
  if (await collection.updateIf(_id, inWindow, { count: command().inc(1) })) return true;
  return collection.updateIf(_id, { since: command().lte(windowStart) }, { count: 1, since: now });
}

async function countFirst(_id: string, now: number): Promise<boolean> {
  try {
    await collection.insert({ _id, count: 1, since: now });
    return true;
  } catch (thrown) {
    if (thrown instanceof DuplicateKeyError) return false;
    throw thrown;
  }
}
