import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

/** One headless Chromium for a test file; close it when done. */
export const openChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--headless',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--no-first-run',
    ],
  });

/** A phone page with everything that went wrong on it. */
export interface OpenPhone {
  page: Page;
  /** Requests that left the machine. */
  foreign: string[];
  /** Faults that scripts of the app raised. */
  errors(): Promise<string[]>;
  /** `wx` members that the preview lacks. */
  missing(): Promise<string[]>;
  /** What the sample app wrote down (`globalData.log`). */
  log(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens a phone of 390×844; `address` is `#/pages/…` or empty. */
export const openPhone = async (
  browser: Browser,
  origin: string,
  address = '',
  options: BrowserContextOptions = {},
): Promise<OpenPhone> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, ...options });
  const page = await context.newPage();
  const foreign: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) foreign.push(url);
  });
  await page.goto(`${origin}/phone/?id=1&fast=1${address}`);
  const read = <T>(expression: string): Promise<T> => page.evaluate(expression);
  return {
    page,
    foreign,
    errors: () => read('window.__previewErrors'),
    missing: () => read('window.__previewMissing'),
    log: () => read('getApp().globalData.log'),
    close: () => context.close(),
  };
};
