import type { Browser, Page } from 'playwright-core';

/** A window of the browser with storage of its own. */
export interface PhoneWindow {
  readonly page: Page;
  readonly touch: boolean;
}

/** Runs in the page: counts calls of cloud functions until the mini program has made what it makes of their answers. */
function countCalls(): void {
  const calls = { underWay: 0 };
  const real = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    calls.underWay += 1;
    try {
      const response = await real(input, init);
      await response.clone().text();
      return response;
    } finally {
      setTimeout(() => (calls.underWay -= 1), 0);
    }
  };
  Object.assign(window, { callsUnderTest: calls });
}

export async function openWindow(browser: Browser, touch: boolean): Promise<PhoneWindow> {
  const context = await browser.newContext({ hasTouch: touch });
  await context.addInitScript(countCalls);
  return { page: await context.newPage(), touch };
}

/**
 * Windows of phones that were put away, for the next phones. What a phone stored is wiped before another one is shown there;
 * what the browser learned of the scripts stays, which is most of what a phone costs to open.
 */
export class WindowRack {
  private readonly free: PhoneWindow[] = [];

  constructor(private readonly browser: Browser) {}

  async take(touch: boolean): Promise<PhoneWindow> {
    const index = this.free.findIndex((one) => one.touch === touch);
    const [found] = index === -1 ? [] : this.free.splice(index, 1);
    return found ?? openWindow(this.browser, touch);
  }

  async giveBack(window: PhoneWindow): Promise<void> {
    const { page } = window;
    page.removeAllListeners();
    if (page.isClosed()) {
      await page.context().close();
      return;
    }
    await page.goto('about:blank');
    this.free.push(window);
  }
}
