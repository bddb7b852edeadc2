import type { TriageCase } from './cases';

/** Ranks labels for a text by pairs of neighbouring characters. */
export type Classifier = (text: string) => readonly string[];

const pairsOf = (text: string): string[] => {
  const characters = Array.from(text.replace(/\s/g, ''));
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
};

/** Multinomial naive Bayes with add-one smoothing: the simplest thing that learns. */
export function trainNaiveBayes(cases: readonly TriageCase[]): Classifier {
  const counts = new Map<string, Map<string, number>>();
  const totals = new Map<string, number>();
  const rows = new Map<string, number>();
  const vocabulary = new Set<string>();
  for (const { text, department } of cases) {
    const own = counts.get(department) ?? new Map<string, number>();
    counts.set(department, own);
    rows.set(department, (rows.get(department) ?? 0) + 1);
    for (const pair of pairsOf(text)) {
      own.set(pair, (own.get(pair) ?? 0) + 1);
      totals.set(department, (totals.get(department) ?? 0) + 1);
      vocabulary.add(pair);
    }
  }
  const scoreOf = (label: string, pairs: readonly string[]): number =>
    pairs.reduce(
      (sum, pair) =>
        sum +
        Math.log(
          ((counts.get(label)?.get(pair) ?? 0) + 1) / ((totals.get(label) ?? 0) + vocabulary.size + 1),
        ),
      Math.log((rows.get(label) ?? 0) / cases.length),
    );
  return (text) => {
    const pairs = pairsOf(text);
    return [...rows.keys()]
      .map((label) => ({ label, score: scoreOf(label, pairs) }))
      .sort((one, other) => other.score - one.score)
      .map(({ label }) => label);
  };
}
