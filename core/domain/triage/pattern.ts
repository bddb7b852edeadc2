import { normalized } from './normalized';

/** How two elements of a pattern lie to each other. */
export type Link =
  /** `+`: the second soon after the first, in the same clause, with no other part of the body between. */
  | 'then'
  /** `~`: near each other, whichever comes first. */
  | 'near';

/** One or more elements; each is the name of a class of words. A word alone is a class of its own. */
export interface Pattern {
  readonly termId: string;
  readonly elements: readonly string[];
  /** One fewer than elements. */
  readonly links: readonly Link[];
}

/** The class of a word that stands in a pattern as it is. */
export const ownClass = (word: string): string => `=${word}`;

const elementOf = (written: string): string =>
  written.startsWith('@') ? written.slice(1) : ownClass(normalized(written));

export const isPlainWord = (written: string): boolean => !/[@+~]/.test(written);

/** `@膝+@疼`, `@头+@疼~突然`. */
export function patternOf(termId: string, written: string): Pattern {
  const parts = written.split(/([+~])/);
  return {
    termId,
    elements: parts.filter((_, index) => index % 2 === 0).map(elementOf),
    links: parts.filter((_, index) => index % 2 === 1).map((mark) => (mark === '+' ? 'then' : 'near')),
  };
}
