import type { EmergencyKnowledge } from './knowledge';
import { createMatcher, type Mention } from './matcher';
import { createNegation } from './negation';
import { normalized } from './normalized';
import { mentionsOfToday } from './past';

/** A text as the emergencies hear it. */
export interface Heard {
  /** Normalised. */
  readonly text: string;
  /** Signs that hold today. */
  readonly signIds: readonly string[];
  /** The text without the signs that are denied or long over. */
  readonly told: string;
}

/** Prepares the words of the signs once. */
export function createHearing({
  signs,
  classes,
  negation,
}: Pick<EmergencyKnowledge, 'signs' | 'classes' | 'negation'>): (text: string) => Heard {
  const matcher = createMatcher(signs, classes, 'none');
  const denials = createNegation(negation);
  return (written) => {
    const text = normalized(written);
    const mentions = matcher.mentions(text);
    const today = mentionsOfToday(text, denials.affirmed(text, mentions));
    return { text, signIds: today.map(({ termId }) => termId), told: without(text, mentions, today) };
  };
}

/** What belongs to a mention that does not hold, and to none that does, becomes the edge of a clause. */
function without(text: string, mentions: readonly Mention[], holding: readonly Mention[]): string {
  const within = (of: readonly Mention[], at: number): boolean =>
    of.some(({ parts }) => parts.some(({ start, end }) => at >= start && at < end));
  const others = mentions.filter((mention) => !holding.includes(mention));
  if (others.length === 0) return text;
  return Array.from({ length: text.length }, (_, at) =>
    within(others, at) && !within(holding, at) ? '|' : text.charAt(at),
  ).join('');
}
