import type { Specialty, Symptom } from './knowledge';
import { normalized } from './normalized';
import { isPlainWord } from './pattern';

/** Whole specialties whose words look most like the text, the best first; empty where nothing looks like it. */
export type Resemblance = (text: string) => readonly string[];

const NO_WORD = /[,。;!?:、~…|/\s]/;
/** Fewer shared pairs than this are chance. */
const LEAST_PAIRS = 2;

const pairsOf = (text: string): readonly string[] => {
  const pairs: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    if (!NO_WORD.test(pair)) pairs.push(pair);
  }
  return pairs;
};

/** How often each pair of characters stands in the words of each specialty. */
function pairCounts(
  terms: readonly Symptom[],
  specialties: ReadonlyMap<string, Specialty>,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { words, points } of terms) {
    const pairs = new Set(words.filter(isPlainWord).flatMap((word) => pairsOf(normalized(word))));
    for (const pair of pairs) {
      const own = counts.get(pair) ?? new Map<string, number>();
      counts.set(pair, own);
      for (const { specialtyId, points: weight } of points) {
        const whole = specialties.get(specialtyId)?.parentId ?? specialtyId;
        own.set(whole, (own.get(whole) ?? 0) + weight);
      }
    }
  }
  return counts;
}

/**
 * For words that no table has, and for slips of the pen: by pairs of characters, the rare ones counting most. A guess, never
 * more: it only names who might be asked.
 */
export function createResemblance(
  terms: readonly Symptom[],
  specialties: ReadonlyMap<string, Specialty>,
): Resemblance {
  const counts = pairCounts(terms, specialties);
  return (text) => {
    const scores = new Map<string, number>();
    let shared = 0;
    for (const pair of new Set(pairsOf(text))) {
      const own = counts.get(pair);
      if (!own) continue;
      shared += 1;
      const total = [...own.values()].reduce((sum, value) => sum + value, 0);
      const rarity = Math.log(1 + specialties.size / own.size);
      for (const [id, value] of own) scores.set(id, (scores.get(id) ?? 0) + (rarity * value) / total);
    }
    if (shared < LEAST_PAIRS) return [];
    return [...scores].sort((one, other) => other[1] - one[1]).map(([id]) => id);
  };
}
