/**
 * Units that mean something else inside a phone than in a browser window: 750rpx are the screen's
 * width, 100vh is the page below the navigation bar, and the safe area is the phone's, not the
 * computer's.
 */
export const phoneUnits = (value: string): string =>
  value
    .split(/(url\([^)]*\))/)
    .map((part) => (part.startsWith('url(') ? part : convert(part)))
    .join('');

const convert = (value: string): string =>
  value
    .replace(
      /(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
      (_, before: string, amount: string) => `${before}${rounded(Number(amount) / 7.5)}vw`,
    )
    .replace(
      /(^|[^\w.#-])([+-]?(?:\d+\.?\d*|\.\d+))vh\b/gi,
      (_, before: string, amount: string) =>
        `${before}calc(var(--window-height, 100vh) * ${rounded(Number(amount) / 100)})`,
    )
    .replace(
      /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^)]*)?\)/gi,
      (_, side: string) => `var(--safe-${side}, 0px)`,
    );

const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;
