import type { NegationWords } from './knowledge';
import { createLexicon, lies, longestOnly, type Lexicon, type Span } from './lexicon';
import type { Mention } from './matcher';
import { LIST_END, normalized } from './normalized';

type Kind = 'negator' | 'neutral' | 'turn' | 'after';

export interface Negation {
  /** The mentions that the text does not deny. */
  affirmed(text: string, mentions: readonly Mention[]): readonly Mention[];
}

interface Reading {
  readonly text: string;
  readonly negators: readonly Span[];
  readonly turns: readonly Span[];
  readonly after: readonly Span[];
  readonly mentions: readonly Mention[];
  readonly fillers: readonly string[];
}

/** Understands 不, 没有, 否认, … with lists, double negation, and words that only hold such a character. */
export function createNegation(words: NegationWords): Negation {
  const lexicon = createLexicon<Kind>([
    ...words.negators.map((word) => [normalized(word), 'negator'] as const),
    ...words.neutral.map((word) => [normalized(word), 'neutral'] as const),
    ...words.turns.map((word) => [normalized(word), 'turn'] as const),
    ...words.after.map((word) => [normalized(word), 'after'] as const),
  ]);
  const fillers = [...words.joins, ...words.light].sort((a, b) => b.length - a.length);
  return {
    affirmed(text, mentions) {
      const reading = read(text, mentions, { lexicon, fillers });
      return mentions.filter((mention) => !isDenied(mention, reading));
    },
  };
}

function read(
  text: string,
  mentions: readonly Mention[],
  { lexicon, fillers }: { lexicon: Lexicon<Kind>; fillers: readonly string[] },
): Reading {
  const found = lexicon.find(text);
  const of = (kind: Kind): readonly Span[] => found.filter(({ entries }) => entries.includes(kind));
  const recognised = mentions.flatMap(({ parts }) => parts);
  const silent = [...of('neutral'), ...recognised];
  const negators = longestOnly(of('negator')).filter(
    (negator) => !silent.some((span) => lies(negator, span)) && !asksEitherWay(text, negator),
  );
  return { text, negators, turns: of('turn'), after: of('after'), mentions, fillers };
}

/** 疼不疼, 有没有: a question, not a "no". */
const asksEitherWay = (text: string, { start, end }: Span): boolean =>
  start > 0 && end < text.length && text.charAt(start - 1) === text.charAt(end);

function isDenied(mention: Mention, reading: Reading): boolean {
  const before = negatorsBefore(mention, reading);
  const within = reading.negators.filter((negator) => lies(negator, mention)).length;
  const behind = isDeniedBehind(mention, reading) ? 1 : 0;
  return (before + within + behind) % 2 === 1;
}

/** 不是不疼 has two: it hurts. */
function negatorsBefore(mention: Mention, reading: Reading): number {
  let cursor = mention.start;
  let count = 0;
  for (const negator of [...reading.negators].reverse()) {
    if (negator.end > cursor) continue;
    const reaches = count === 0 ? reachesTo(negator, cursor, reading) : cursor - negator.end <= 1;
    if (!reaches) break;
    count += 1;
    cursor = negator.start;
  }
  return count;
}

function reachesTo(negator: Span, to: number, reading: Reading): boolean {
  const { text, turns, mentions, fillers } = reading;
  const gap = text.slice(negator.end, to);
  if (LIST_END.test(gap)) return false;
  if (turns.some((turn) => turn.start >= negator.end && turn.end <= to)) return false;
  const between = mentions.flatMap(({ parts }) =>
    parts.filter((part) => part.start >= negator.end && part.end <= to),
  );
  if (between.length > 0 && !goesOverAList(text, negator, to)) return false;
  let rest = withoutSpans(text, { start: negator.end, end: to }, between);
  for (const filler of fillers) rest = rest.split(filler).join('');
  return rest.length <= 1;
}

/** 不 denies one thing unless a list is written out; 没有, 无, 否认 go on: 没有发烧咳嗽. */
function goesOverAList(text: string, negator: Span, to: number): boolean {
  const isWide = text.slice(negator.start, negator.end) !== '不';
  return isWide || /[、和或及跟与]/.test(text.slice(negator.end, to));
}

function withoutSpans(text: string, within: Span, spans: readonly Span[]): string {
  let rest = '';
  for (let at = within.start; at < within.end; at += 1)
    if (!spans.some(({ start, end }) => at >= start && at < end)) rest += text.charAt(at);
  return rest;
}

/** 发烧倒没有。 The denial must end the clause: 咳嗽没有痰 is a cough; and 没眼泪尿也没有 denies what has no name here. */
function isDeniedBehind(mention: Mention, { text, after, fillers }: Reading): boolean {
  return after.some(({ start, end }) => {
    if (start < mention.end || start - mention.end > 2) return false;
    let rest = text.slice(mention.end, start);
    if (LIST_END.test(rest)) return false;
    for (const filler of fillers) rest = rest.split(filler).join('');
    if (rest !== '' && rest !== '倒') return false;
    return end === text.length || LIST_END.test(text.charAt(end));
  });
}
