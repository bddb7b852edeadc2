import { COUNTER, halvesOf, ledgerOf, type Entry, type History, type Kept } from './history';

type Stored = ReadonlyMap<string, Kept>;

/**
 * Compares what is stored with what was asked for and acknowledged. Each answer is one broken promise: a lost write,
 * a torn transaction, something nobody wrote. What was asked for and not acknowledged may be there or not.
 */
export function brokenPromises(stored: Stored, history: History): string[] {
  return [
    ...lostWrites(stored, history),
    ...tornPairs(stored, history),
    ...wrongLedgers(stored, history),
    ...wrongCounter(stored, history),
    ...strangers(stored, history),
  ];
}

function lostWrites(stored: Stored, history: History): string[] {
  const removals = new Map(history.filter(({ kind }) => kind === 'remove').map((entry) => [entry.id, entry]));
  return history.flatMap((entry) => {
    if (entry.acknowledgedAt === null) return [];
    if (entry.kind === 'single' && !removals.has(entry.id) && !stored.has(entry.id))
      return [`${entry.id}: acknowledged and lost`];
    if (entry.kind === 'remove' && stored.has(entry.id))
      return [`${entry.id}: removed, acknowledged, and back`];
    if (entry.kind === 'pair' && !halvesOf(entry.id).every((half) => stored.has(half)))
      return [`${entry.id}: acknowledged transaction lost`];
    return [];
  });
}

const pairs = (history: History): Entry[] => history.filter(({ kind }) => kind === 'pair');

function tornPairs(stored: Stored, history: History): string[] {
  return pairs(history)
    .filter(({ id }) => new Set(halvesOf(id).map((half) => stored.has(half))).size > 1)
    .map(({ id }) => `${id}: torn transaction`);
}

function wrongLedgers(stored: Stored, history: History): string[] {
  const writers = new Set(history.map(({ writer }) => writer));
  return [...writers].flatMap((writer) => {
    const own = pairs(history).filter((entry) => entry.writer === writer);
    const there = own.filter(({ id }) => stored.has(halvesOf(id)[0])).length;
    const counted = stored.get(ledgerOf(writer))?.n ?? 0;
    return counted === there ? [] : [`${ledgerOf(writer)}: counts ${counted} pairs, ${there} are there`];
  });
}

function wrongCounter(stored: Stored, history: History): string[] {
  const counts = history.filter(({ kind }) => kind === 'count');
  const least = counts.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  const counted = stored.get(COUNTER)?.n ?? 0;
  if (counted >= least && counted <= counts.length) return [];
  return [`${COUNTER}: is ${counted}, ${least} were acknowledged of ${counts.length}`];
}

function strangers(stored: Stored, history: History): string[] {
  const asked = new Set([COUNTER]);
  for (const { kind, id, writer } of history) {
    if (kind === 'single') asked.add(id);
    if (kind === 'pair') for (const half of halvesOf(id)) asked.add(half);
    asked.add(ledgerOf(writer));
  }
  return [...stored.keys()].filter((id) => !asked.has(id)).map((id) => `${id}: nobody wrote it`);
}
