import type { Page } from 'playwright-core';

/** What a page must keep to, in px. */
export interface Limits {
  readonly smallestType: number;
  readonly bodyType: number;
  readonly target: number;
  readonly mainTarget: number;
  readonly mostNodes: number;
}

export const NORMAL: Limits = { smallestType: 12, bodyType: 16, target: 44, mainTarget: 48, mostNodes: 1000 };
export const ELDERLY: Limits = {
  smallestType: 14,
  bodyType: 20,
  target: 44,
  mainTarget: 60,
  mostNodes: 1000,
};

/** Measures what is in sight and names everything that breaks a limit. Runs in the browser: it may use nothing from here. */
function faultsInSight(limits: Limits): string[] {
  const faults: string[] = [];
  const width = window.innerWidth;
  const describe = (element: Element): string => {
    const id = element.closest('[data-testid]')?.getAttribute('data-testid') ?? '';
    return `${element.localName}.${element.className} in ${id} “${element.textContent.trim().slice(0, 24)}”`;
  };
  const scrolls = (value: string): boolean => value === 'auto' || value === 'scroll';
  const insideSideways = (from: Element): boolean => {
    for (let at: Element | null = from; at !== null; at = at.parentElement)
      if (
        scrolls(getComputedStyle(at).overflowX) &&
        at.scrollWidth > at.clientWidth + 1 &&
        !at.matches('main')
      )
        return true;
    return false;
  };
  const shown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const roots = [...document.querySelectorAll('[class*="tokens"]')].filter(shown);
  const within = (selector: string): Element[] =>
    roots.flatMap((root) => [...root.querySelectorAll(selector)]).filter(shown);

  for (const main of document.querySelectorAll('main')) {
    if (shown(main) && main.scrollWidth > main.clientWidth + 1)
      faults.push(`the page is ${String(main.scrollWidth)} wide in a window of ${String(main.clientWidth)}`);
  }

  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const words = node.textContent?.trim() ?? '';
      if (element === null || words === '' || !shown(element)) continue;
      const style = getComputedStyle(element);
      const icon = getComputedStyle(element).fontFamily.includes('vant-icon');
      const size = Number.parseFloat(style.fontSize);
      if (!icon && size < limits.smallestType) faults.push(`type of ${String(size)}: ${describe(element)}`);
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width === 0 || insideSideways(element)) continue;
        if (box.right > width + 1 || box.left < -1) faults.push(`out of the window: ${describe(element)}`);
        for (let at: Element | null = element; at !== null && root.contains(at); at = at.parentElement) {
          const { overflowX, overflowY, textOverflow } = getComputedStyle(at);
          const frame = at.getBoundingClientRect();
          const cutX = overflowX === 'hidden' && (box.right > frame.right + 1 || box.left < frame.left - 1);
          const cutY = overflowY === 'hidden' && (box.bottom > frame.bottom + 2 || box.top < frame.top - 2);
          if ((cutX && textOverflow !== 'ellipsis') || cutY) faults.push(`cut off: ${describe(element)}`);
        }
      }
    }
  }

  for (const body of within('[class$="body"], [class*="body "]')) {
    const size = Number.parseFloat(getComputedStyle(body).fontSize);
    if (body.matches('wx-view') && size < limits.bodyType)
      faults.push(`body of ${String(size)}: ${describe(body)}`);
  }

  const roles = ['button', 'radio', 'checkbox', 'switch', 'tab', 'link'];
  for (const target of within(roles.map((role) => `[role="${role}"]`).join())) {
    const { width: wide, height: high } = target.getBoundingClientRect();
    const disabled = target.getAttribute('aria-disabled') === 'true';
    if (disabled || (wide === 0 && high === 0)) continue;
    if (wide < limits.target - 0.5 || high < limits.target - 0.5)
      faults.push(`target of ${wide.toFixed(0)}×${high.toFixed(0)}: ${describe(target)}`);
  }
  for (const main of within(
    '[class*="button--main"] button, [class*="button--danger"] button, [class*="button--main"] wx-button',
  )) {
    const { height } = main.getBoundingClientRect();
    if (main.closest('[class*="button--small"]') === null && height < limits.mainTarget - 0.5)
      faults.push(`main button ${height.toFixed(0)} high: ${describe(main)}`);
  }

  const top = [...document.querySelectorAll('.page-view')].find(shown);
  const nodes = top?.querySelectorAll('*').length ?? 0;
  if (nodes === 0 || nodes > limits.mostNodes) faults.push(`${String(nodes)} nodes`);
  return [...new Set(faults)];
}

export const layoutFaults = (page: Page, limits: Limits): Promise<string[]> =>
  page.evaluate(faultsInSight, limits);
