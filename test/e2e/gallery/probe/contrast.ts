import { contrast, groundBehind, isOnPicture, over, readColour, withOpacity } from './colour';
import { describe, isSign, upwards, type InSight } from './in-sight';
import type { Limits } from './limits';

/** px from which words count as large, and from which they do when they are bold. */
const LARGE = 24;
const LARGE_BOLD = 18.66;
const BOLD = 600;

const opacityOf = (element: Element): number =>
  [...upwards(element)].reduce((all, at) => all * Number(getComputedStyle(at).opacity), 1);

function contrastOf(element: Element, colour: string): number {
  const ground = groundBehind(element);
  return contrast(over(withOpacity(readColour(colour), opacityOf(element)), ground), ground);
}

const isLarge = (style: CSSStyleDeclaration): boolean => {
  const size = Number.parseFloat(style.fontSize);
  return size >= LARGE || (size >= LARGE_BOLD && Number(style.fontWeight) >= BOLD);
};

/** The tick of an empty box has the colour of its ground. */
const isUnticked = (element: Element): boolean => element.closest('[aria-checked="false"]') !== null;

/** What cannot be used at the moment may be paler, but not unreadable. */
const isDisabled = (element: Element): boolean =>
  element.closest('[aria-disabled="true"], [disabled], [class*="--disabled"]') !== null;

function fault(element: Element, colour: string, least: number): string[] {
  const found = contrastOf(element, colour);
  return found < least - 0.005
    ? [`contrast of ${found.toFixed(2)}, not ${String(least)}: ${describe(element)}`]
    : [];
}

/** Real colours on real grounds: of words, of what stands in an empty field, and of signs. */
export function contrastFaults({ words, within }: InSight, limits: Limits): string[] {
  const least = (element: Element, style: CSSStyleDeclaration): number =>
    isLarge(style) || isDisabled(element) ? limits.largeContrast : limits.contrast;
  const fields = within('input, textarea');
  const signs = within('*').filter((element) => {
    const before = getComputedStyle(element, '::before');
    return isSign(before) && before.content !== 'none' && !isUnticked(element);
  });
  return [
    ...words
      .filter(({ element }) => isOnPicture(element))
      .map(({ element }) => `words on a picture: ${describe(element)}`),
    ...fields.flatMap((field) => fault(field, getComputedStyle(field).color, limits.contrast)),
    ...words.flatMap(({ element, style }) => fault(element, style.color, least(element, style))),
    ...fields.flatMap((field) =>
      fault(field, getComputedStyle(field, '::placeholder').color, limits.contrast),
    ),
    ...signs.flatMap((sign) => fault(sign, getComputedStyle(sign, '::before').color, limits.largeContrast)),
  ];
}
