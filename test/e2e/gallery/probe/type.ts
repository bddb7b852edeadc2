import { describe, isSign, type InSight, type Words } from './in-sight';
import type { Limits } from './limits';

/** Longer than any label or number: somebody has to read it. */
const SENTENCE = 15;
const SANS_SERIF = /sans-serif|system-ui/;

/** Sizes of type. */
export function sizeFaults({ words, within }: InSight, limits: Limits): string[] {
  const faults = words.flatMap(({ element, text, size }) => {
    const least = text.length >= SENTENCE ? limits.sentenceType : limits.smallestType;
    return size < least - 0.05 ? [`type of ${String(size)}, not ${String(least)}: ${describe(element)}`] : [];
  });
  for (const body of within('wx-view[class$="body"], wx-view[class*="body "]')) {
    const size = Number.parseFloat(getComputedStyle(body).fontSize);
    if (size < limits.bodyType) faults.push(`body of ${String(size)}: ${describe(body)}`);
  }
  return [...faults, ...fieldFaults(within('input, textarea'), limits)];
}

/** What is typed is no text of the page: a field's own type decides it, and that of the example in an empty one. */
const fieldFaults = (fields: readonly Element[], limits: Limits): string[] =>
  fields.flatMap((field) => {
    const sizes = [undefined, '::placeholder'].map((part) =>
      Number.parseFloat(getComputedStyle(field, part).fontSize),
    );
    const least = Math.min(...sizes);
    return least < limits.bodyType - 0.05
      ? [`type of ${String(least)}, not ${String(limits.bodyType)}: ${describe(field)}`]
      : [];
  });

/** Words that a style sheet puts in are neither read aloud nor measured. */
export const styledWordFaults = ({ within }: InSight): string[] =>
  within('*').flatMap((element) =>
    ['::before', '::after'].flatMap((part) => {
      const style = getComputedStyle(element, part);
      const words = /^"(.+)"$/.exec(style.content)?.[1]?.trim() ?? '';
      return words === '' || isSign(style)
        ? []
        : [`words put in by a style “${words}”: ${describe(element)}`];
    }),
  );

/** Type with serifs is hard to read on a screen. */
export const familyFaults = ({ words }: InSight): string[] =>
  words
    .filter(({ style }) => !SANS_SERIF.test(style.fontFamily))
    .map(({ element }) => `with serifs: ${describe(element)}`);

const linesOf = ({ boxes }: Words): number => new Set(boxes.map(({ top }) => Math.round(top))).size;

/** Room between lines. Where no height is set the font decides it: that is a fault only where lines follow each other. */
export function lineFaults({ words }: InSight, limits: Limits): string[] {
  return words.flatMap((one) => {
    const height = Number.parseFloat(one.style.lineHeight);
    if (Number.isNaN(height) && linesOf(one) < 2) return [];
    const ratio = height / one.size;
    if (ratio >= limits.lineHeight - 0.005) return [];
    return [`lines ${ratio.toFixed(2)} high: ${describe(one.element)}`];
  });
}

/** Paragraphs stand apart by more than their lines do: 1.3 times the room between two lines. */
export function paragraphFaults({ words }: InSight): string[] {
  const long = words.filter((one) => linesOf(one) > 1);
  return long.flatMap((one) => {
    const next = long.find(({ element }) => element === one.element.nextElementSibling);
    if (next === undefined) return [];
    const between = Number.parseFloat(one.style.lineHeight) - one.size;
    const gap = next.element.getBoundingClientRect().top - one.element.getBoundingClientRect().bottom;
    if (gap + between >= 1.3 * between - 0.5) return [];
    return [`paragraphs ${gap.toFixed(0)} apart: ${describe(next.element)}`];
  });
}
