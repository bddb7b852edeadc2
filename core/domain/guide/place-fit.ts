import { plainText } from './place-names';

/** 0 the very word, 1 its beginning, 2 somewhere in it, 3 the word stands in a sentence. */
export interface Fit {
  readonly fit: 0 | 1 | 2 | 3;
  /** Longer words in a sentence say more. */
  readonly length: number;
}

/** A single character in a sentence means nothing. */
const SHORTEST_IN_SENTENCE = 2;

function fitOf(word: string, typed: string): Fit['fit'] | null {
  if (word === '') return null;
  if (word === typed) return 0;
  if (word.startsWith(typed)) return 1;
  if (word.includes(typed)) return 2;
  return word.length >= SHORTEST_IN_SENTENCE && typed.includes(word) ? 3 : null;
}

/** The best fit of several names to one of several wordings. */
export function bestFit(names: readonly string[], wordings: readonly string[]): Fit | null {
  let best: Fit | null = null;
  for (const word of names.map(plainText)) {
    for (const typed of wordings) {
      const fit = fitOf(word, typed);
      if (fit === null) continue;
      if (best === null || fit < best.fit || (fit === best.fit && word.length > best.length))
        best = { fit, length: word.length };
    }
  }
  return best;
}

/** With two characters, half of the word would be wrong: 电疗 is not 电梯. */
const SHORTEST_TO_GUESS = 3;

/** Whether a name was probably meant by a word with one wrong character. The first one counts: 心内科 is not 小内科. */
export function isNearMiss(name: string, typed: string): boolean {
  const word = plainText(name);
  if (word.length !== typed.length || word.length < SHORTEST_TO_GUESS || word[0] !== typed[0]) return false;
  const wrong = Array.from(word, (character, at) => character !== typed[at]);
  return wrong.filter(Boolean).length === 1;
}
