import type { Frame, Page } from 'playwright-core';

const PATIENCE_MS = 45_000;

/**
 * Waits until an expression holds in the page. The driver's own waiting evaluates text inside the page, which the page's
 * content policy rightly refuses as soon as it does not hold at once.
 */
export async function until(page: Page | Frame, expression: string): Promise<void> {
  for (const startedAt = Date.now(); Date.now() - startedAt < PATIENCE_MS;) {
    if (await page.evaluate<boolean>(`(async () => Boolean(await (${expression})))()`)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`It never came about: ${expression}`);
}

/** Waits until nothing on the page moves by itself any more: what is measured or touched then stays where it is. */
export async function still(page: Page | Frame): Promise<void> {
  await until(page, "document.getAnimations().every(({ playState }) => playState !== 'running')");
}
