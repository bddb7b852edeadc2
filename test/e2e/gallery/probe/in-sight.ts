/** A piece of text as it is drawn. */
export interface Words {
  readonly element: Element;
  readonly style: CSSStyleDeclaration;
  readonly text: string;
  /** px */
  readonly size: number;
  readonly boxes: readonly DOMRect[];
}

/** What of the page, its sheets and its tab bar can be seen. */
export interface InSight {
  readonly roots: readonly Element[];
  readonly words: readonly Words[];
  readonly within: (selector: string) => readonly Element[];
}

export const isShown = (element: Element): boolean =>
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

/** A node in words: what it is, where it stands, what it says. */
export function describe(element: Element): string {
  const id = element.closest('[data-testid]')?.getAttribute('data-testid') ?? 'no data-testid';
  const says = element.textContent.trim().replaceAll(/\s+/g, ' ').slice(0, 24);
  return `${element.localName}.${element.className} in [${id}] “${says}”`;
}

export function* upwards(from: Element): Generator<Element> {
  for (let at: Element | null = from; at !== null; at = at.parentElement) yield at;
}

/** A sign of the icon font, or what stands for one. */
export const isSign = (style: CSSStyleDeclaration): boolean => style.fontFamily.includes('vant-icon');

function wordsOf(root: Element): Words[] {
  const found: Words[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (element === null || text === '' || !isShown(element)) continue;
    const style = getComputedStyle(element);
    if (isSign(style)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    found.push({ element, style, text, size: Number.parseFloat(style.fontSize), boxes });
  }
  return found;
}

export function lookAround(): InSight {
  const roots = [...document.querySelectorAll('[class*="tokens"]')].filter(isShown);
  const outermost = roots.filter((root) => !roots.some((other) => other !== root && other.contains(root)));
  return {
    roots: outermost,
    words: outermost.flatMap(wordsOf),
    within: (selector) => outermost.flatMap((root) => [...root.querySelectorAll(selector)]).filter(isShown),
  };
}
