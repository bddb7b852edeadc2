/** Where a word stands in a text. */
export interface Occurrence<T> {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly entries: readonly T[];
}

/** Words to be found in a text, each with what it stands for. */
export interface Lexicon<T> {
  /** Every occurrence, also overlapping ones, in the order of their beginning, the longer first. */
  find(text: string): readonly Occurrence<T>[];
}

export function createLexicon<T>(entries: Iterable<readonly [string, T]>): Lexicon<T> {
  const byWord = new Map<string, T[]>();
  for (const [word, entry] of entries) {
    const known = byWord.get(word);
    if (known) known.push(entry);
    else byWord.set(word, [entry]);
  }
  const byFirst = new Map<string, string[]>();
  for (const word of byWord.keys()) {
    const first = word.charAt(0);
    const list = byFirst.get(first);
    if (list) list.push(word);
    else byFirst.set(first, [word]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return {
    find(text) {
      const found: Occurrence<T>[] = [];
      for (let start = 0; start < text.length; start += 1)
        for (const word of byFirst.get(text.charAt(start)) ?? [])
          if (text.startsWith(word, start))
            found.push({ start, end: start + word.length, word, entries: byWord.get(word) ?? [] });
      return found;
    },
  };
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

export const lies = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

export const longer = (one: Span, other: Span): boolean => one.end - one.start > other.end - other.start;

/** Only what lies in nothing longer: 头发 is no 头. */
export const longestOnly = <S extends Span>(
  spans: readonly S[],
  over: readonly Span[] = spans,
): readonly S[] => spans.filter((span) => !over.some((other) => lies(span, other) && longer(other, span)));
