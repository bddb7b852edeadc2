import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { messageSource } from '../../../local/preview/shared/messages';
import type { RunningHospital } from '../../../scripts/start/start-hospital';

/** Who a phone's WeChat is signed in as. */
export interface WeChatUser {
  readonly openid: string;
  readonly phoneNumber: string;
}

export interface PhoneOptions {
  /** Who is signed in to WeChat; absent: the first of the hospital's invented people. */
  readonly user?: WeChatUser;
  readonly touch?: boolean;
  readonly width?: number;
  readonly height?: number;
  /** Stored as if it had been chosen on an earlier day. */
  readonly elderly?: boolean;
  /** WeChat's own privacy question was answered before. */
  readonly privacyAgreed?: boolean;
  /** A page to open instead of the entry page: `/pages/…?…`. */
  readonly address?: string;
  /** The test makes the cloud fail: what the browser's console says of failed requests is no trouble. */
  readonly faults?: boolean;
}

/** How long a tap or a word on the screen is waited for. */
const PATIENCE_MS = 12_000;

/** What Chromium itself prints for an answer other than 200. */
const FAILED_REQUEST = /^Failed to load resource/;

/** A phone in the browser, driven as a person drives it: by what is visible. */
export class Phone {
  /** Faults of scripts, `wx` members that are missing, requests that left the machine. */
  readonly troubles: string[] = [];

  constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly touch: boolean,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
  }

  /** Pages below the one in sight stay in the document: only what is visible counts. */
  find(testId: string): Locator {
    return this.page.getByTestId(testId).filter({ visible: true });
  }

  words(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true });
  }

  async tap(target: string | Locator): Promise<void> {
    const locator = typeof target === 'string' ? this.find(target).first() : target;
    await (this.touch ? locator.tap() : locator.click());
  }

  /** Twice in the same moment, as a trembling hand does. */
  async tapTwice(testId: string): Promise<void> {
    const box = await this.find(testId).first().boundingBox();
    if (box === null) throw new Error(`${testId} is not on the screen`);
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (let count = 0; count < 2; count += 1) {
      if (this.touch) await this.page.touchscreen.tap(x, y);
      else await this.page.mouse.click(x, y);
    }
  }

  /** Waits for something to be seen. */
  async sees(target: string | RegExp | Locator): Promise<void> {
    const locator = typeof target === 'string' || target instanceof RegExp ? this.words(target) : target;
    await locator.first().waitFor();
  }

  async text(testId: string): Promise<string> {
    const locator = this.find(testId).first();
    await locator.waitFor();
    return (await locator.innerText()).replaceAll(/\s+/g, ' ').trim();
  }

  async type(name: string, value: string): Promise<void> {
    await this.page.locator(`input[name="${name}"]`).filter({ visible: true }).fill(value);
  }

  /** A button of WeChat itself (sheets of the preview), by its words. */
  async tapButton(name: string): Promise<void> {
    await this.tap(this.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first());
  }

  async back(): Promise<void> {
    await this.tap(this.page.getByRole('button', { name: '返回' }).filter({ visible: true }).first());
  }

  async tab(index: 0 | 1 | 2 | 3): Promise<void> {
    await this.tap(`tab-${String(index)}`);
  }

  async open(address: string): Promise<void> {
    await this.page.evaluate((url) => {
      const wx = (window as unknown as { wx: { reLaunch(options: { url: string }): unknown } }).wx;
      return wx.reLaunch({ url });
    }, address);
  }

  /** `/pages/home/index` of the page in sight. */
  route(): Promise<string> {
    return this.page.evaluate('"/" + getCurrentPages().at(-1).route');
  }

  async untilRoute(part: string): Promise<void> {
    await this.page.waitForFunction(`getCurrentPages().at(-1)?.route.includes(${JSON.stringify(part)})`);
  }

  /** Waits for sheets and lists to come to rest. */
  async still(): Promise<void> {
    await this.page.waitForFunction(() =>
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    );
    await this.page.waitForTimeout(60);
  }

  /** The panel's switch for the network. */
  async offline(offline: boolean): Promise<void> {
    const message = { source: messageSource, phone: '1', type: 'settings' };
    await this.page.evaluate(
      ([message, value]) => {
        window.postMessage({ ...message, payload: { offline: value } }, window.location.origin);
      },
      [message, offline] as const,
    );
  }

  /** Puts the mini program away and takes it up again where it was. */
  async reopen(): Promise<void> {
    await this.page.reload();
  }

  close(): Promise<void> {
    return this.context.close();
  }
}

const remembered = (options: PhoneOptions, identity: unknown): Record<string, string> => ({
  ...(identity === undefined ? {} : { 'preview:1:state:identity': JSON.stringify(identity) }),
  ...(options.privacyAgreed ? { 'preview:1:state:privacy-consent': 'agreed' } : {}),
});

/** Opens a phone of 390×844 in a browser profile of its own. */
export async function openPhone(
  { browser, hospital }: { browser: Browser; hospital: RunningHospital },
  options: PhoneOptions,
): Promise<Phone> {
  const { touch = false, width = 390, height = 844, user, elderly } = options;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  const token = user && hospital.cloud.identity.mint(user);
  const identity = user && { ...user, token, label: user.openid };
  const stored = remembered(options, identity);
  await context.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries))
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }, stored);
  const page = await context.newPage();
  const phone = new Phone(page, context, touch);
  page.on('pageerror', (error) => phone.troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (options.faults === true && FAILED_REQUEST.test(message.text())) return;
    phone.troubles.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(hospital.url) && !/^(data|blob|about):/.test(url)) phone.troubles.push(url);
  });
  await page.goto(`${hospital.url}/phone/?id=1&fast=1${options.address ? `#${options.address}` : ''}`);
  await page.getByTestId('page-root').filter({ visible: true }).first().waitFor();
  if (elderly) {
    await page.evaluate('wx.setStorageSync("reading-mode", "elderly")');
    await page.reload();
  }
  return phone;
}
