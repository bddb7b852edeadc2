import type { Symptom, WordClass } from './knowledge';
import { createLexicon, lies, longer, longestOnly, type Lexicon, type Span } from './lexicon';
import { matchPattern, type Token } from './match-pattern';
import { normalized } from './normalized';
import { isPlainWord, patternOf, type Pattern } from './pattern';

/** A symptom in a text. `parts` are the pieces that were recognised: what lies between two of them is not part of it. */
export interface Mention extends Span {
  readonly termId: string;
  readonly parts: readonly Span[];
}

export interface Matcher {
  /** @param text normalised. */
  mentions(text: string): readonly Mention[];
}

/** Words that only look like others: 头发 is no head, 手术 no hand. */
const UNRELATED = '无关';

type Entry =
  | { readonly kind: 'term'; readonly termId: string }
  | { readonly kind: 'class'; readonly name: string; readonly isPart: boolean };

interface Compiled {
  readonly lexicon: Lexicon<Entry>;
  /** By the class of their first element. */
  readonly patterns: ReadonlyMap<string, readonly Pattern[]>;
  readonly rivalry: Rivalry;
}

/**
 * `longest`: the longer word of one term hides a shorter one of another. `none`: each term is heard by itself, and nothing
 * but a word that only looks like it takes it away.
 */
export type Rivalry = 'longest' | 'none';

/** Prepares the words of all terms; done once. */
export function createMatcher(
  terms: readonly Symptom[],
  classes: readonly WordClass[],
  rivalry: Rivalry,
): Matcher {
  const compiled = { ...compile(terms, classes), rivalry };
  return { mentions: (text) => mentionsIn(text, compiled) };
}

function compile(terms: readonly Symptom[], classes: readonly WordClass[]): Omit<Compiled, 'rivalry'> {
  const entries: (readonly [string, Entry])[] = [];
  const patterns = new Map<string, Pattern[]>();
  const singles = new Set<string>();
  for (const { name, members, isPart } of classes)
    for (const member of members) entries.push([normalized(member), { kind: 'class', name, isPart }]);
  for (const term of terms)
    for (const written of term.words) {
      if (isPlainWord(written)) {
        entries.push([normalized(written), { kind: 'term', termId: term.id }]);
        continue;
      }
      const pattern = patternOf(term.id, written);
      for (const element of pattern.elements) if (element.startsWith('=')) singles.add(element);
      const first = pattern.elements[0] ?? '';
      patterns.set(first, [...(patterns.get(first) ?? []), pattern]);
    }
  for (const name of singles) entries.push([name.slice(1), { kind: 'class', name, isPart: false }]);
  return { lexicon: createLexicon(entries), patterns };
}

function mentionsIn(text: string, { lexicon, patterns, rivalry }: Compiled): readonly Mention[] {
  const words: Mention[] = [];
  const tokens: Token[] = [];
  for (const { start, end, entries } of lexicon.find(text))
    for (const entry of entries)
      if (entry.kind === 'term') words.push({ start, end, termId: entry.termId, parts: [{ start, end }] });
      else tokens.push({ start, end, name: entry.name, isPart: entry.isPart });

  const unrelated = tokens.filter(({ name }) => name === UNRELATED);
  const rivals = rivalry === 'longest' ? words : [];
  const plain = longestOnly(words, [...rivals, ...unrelated]);
  const kept = tokens.filter((token) => !tokens.some((other) => hides(other, token)));
  const found = kept.flatMap((token) =>
    (patterns.get(token.name) ?? []).flatMap((pattern) =>
      matchPattern(text, { pattern, first: token, tokens: kept }),
    ),
  );
  const composed = found.filter(
    (one) => !(rivalry === 'longest' && plain.some((word) => word.termId !== one.termId && lies(one, word))),
  );
  return [...plain, ...composed];
}

/**
 * A longer word of the lexicon hides a shorter one in it. What a pattern names by itself is hidden only by words that have
 * nothing to do with it, so that the guide hears the same with many tables as the main package with few.
 */
function hides(other: Token, token: Token): boolean {
  if (!lies(token, other) || !longer(other, token)) return false;
  return token.name.startsWith('=') ? other.name === UNRELATED : !other.name.startsWith('=');
}
