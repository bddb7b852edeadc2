import type { Symptom } from './knowledge';
import type { Ranked } from './ranking';

const CONTENDERS = 4;

/**
 * The symptom whose presence or absence would separate the best candidates most: it speaks for one and not for another.
 * Null where none does.
 */
export function bestQuestion(
  symptoms: readonly Symptom[],
  ranked: readonly Ranked[],
  known: ReadonlySet<string>,
): Symptom | null {
  const candidates = ranked.slice(0, CONTENDERS).map(({ specialtyId }) => specialtyId);
  let best: { readonly symptom: Symptom; readonly gain: number } | null = null;
  for (const symptom of symptoms) {
    if (!symptom.askable || known.has(symptom.id)) continue;
    const gain = separation(symptom, candidates);
    if (gain > (best?.gain ?? 0)) best = { symptom, gain };
  }
  return best?.symptom ?? null;
}

/** Points for one candidate above the mean of the others; a question about no candidate separates nothing. */
function separation(symptom: Symptom, candidates: readonly string[]): number {
  const points = candidates.map(
    (id) => symptom.points.find(({ specialtyId }) => specialtyId === id)?.points ?? 0,
  );
  const highest = Math.max(0, ...points);
  if (highest === 0) return 0;
  const others = points.reduce((sum, value) => sum + value, 0) - highest;
  return highest - others / Math.max(1, points.length - 1);
}
