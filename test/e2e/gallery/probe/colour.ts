/** Red, green, blue from 0 to 255 and the opacity from 0 to 1. */
export type Colour = readonly [number, number, number, number];

const WHITE: Colour = [255, 255, 255, 1];

/** Reads what getComputedStyle gives: `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
export function readColour(text: string): Colour {
  const numbers = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const [red = 0, green = 0, blue = 0, alpha = 1] = numbers;
  if (text.startsWith('color(srgb')) return [red * 255, green * 255, blue * 255, alpha];
  return [red, green, blue, alpha];
}

/** One colour seen through another. */
export function over(above: Colour, below: Colour): Colour {
  const [, , , alpha] = above;
  const mix = (index: 0 | 1 | 2): number => above[index] * alpha + below[index] * (1 - alpha);
  return [mix(0), mix(1), mix(2), 1];
}

export const withOpacity = ([red, green, blue, alpha]: Colour, opacity: number): Colour => [
  red,
  green,
  blue,
  alpha * opacity,
];

/** What lies behind an element's words: its own ground and those it stands on, from the first opaque one up. */
export function groundBehind(element: Element): Colour {
  const grounds: Colour[] = [];
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const ground = readColour(getComputedStyle(at).backgroundColor);
    if (ground[3] > 0) grounds.push(ground);
    if (ground[3] === 1) break;
  }
  return grounds.reduceRight((below, above) => over(above, below), WHITE);
}

/** Whether a picture or a change of colours lies between an element's words and the first plain ground. */
export function isOnPicture(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parentElement) {
    const { backgroundImage, backgroundColor } = getComputedStyle(at);
    if (backgroundImage !== 'none') return true;
    if (readColour(backgroundColor)[3] === 1) return false;
  }
  return false;
}

function luminance(colour: Colour): number {
  const linear = (index: 0 | 1 | 2): number => {
    const share = colour[index] / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(0) + 0.7152 * linear(1) + 0.0722 * linear(2);
}

/** From 1 to 21, as WCAG 2.2 computes it. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
