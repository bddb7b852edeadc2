import type { Span } from './lexicon';
import type { Mention } from './matcher';
import { CLAUSE_END } from './normalized';
import type { Pattern } from './pattern';

/** A word of a class. */
export interface Token extends Span {
  readonly name: string;
  readonly isPart: boolean;
}

interface Search {
  readonly pattern: Pattern;
  readonly first: Token;
  readonly tokens: readonly Token[];
}

/** Characters between the two elements of "then" and of "near". */
const SOON = 8;
const NEAR = 14;
const TURN = /但|就是|只是|而是|不过|可是|反而|倒是/;

/** The mention that begins with `first`, or none. */
export function matchPattern(text: string, { pattern, first, tokens }: Search): readonly Mention[] {
  const parts: Token[] = [first];
  for (const [index, link] of pattern.links.entries()) {
    const name = pattern.elements[index + 1] ?? '';
    const last = parts[parts.length - 1] ?? first;
    const next =
      link === 'then'
        ? tokens.find((token) => token.name === name && follows(text, { last, next: token, tokens }))
        : nearest(tokens, name, parts);
    if (!next) return [];
    parts.push(next);
  }
  const start = Math.min(...parts.map((part) => part.start));
  const end = Math.max(...parts.map((part) => part.end));
  return [
    {
      termId: pattern.termId,
      start,
      end,
      parts: parts.map((part) => ({ start: part.start, end: part.end })),
    },
  ];
}

function follows(
  text: string,
  { last, next, tokens }: { last: Token; next: Token; tokens: readonly Token[] },
): boolean {
  const gap = next.start - last.end;
  if (gap < 0 || gap > SOON) return false;
  const between = text.slice(last.end, next.start);
  if (CLAUSE_END.test(between) || TURN.test(between)) return false;
  return (
    !last.isPart ||
    !tokens.some((token) => token.isPart && token.start >= last.end && token.end <= next.start)
  );
}

function nearest(tokens: readonly Token[], name: string, parts: readonly Token[]): Token | undefined {
  return tokens.find(
    (token) =>
      token.name === name &&
      parts.every((part) => token.start >= part.end || token.end <= part.start) &&
      parts.some((part) => token.start - part.end <= NEAR && part.start - token.end <= NEAR),
  );
}
