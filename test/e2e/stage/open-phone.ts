import type { Browser, Page } from 'playwright-core';
import type { RunningHospital } from '../../../scripts/start/start-hospital';
import { Phone } from './phone';

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
  /** The test makes the cloud fail: what the browser's console says of failed requests is no trouble. */
  readonly faults?: boolean;
}

/** What Chromium itself prints for an answer other than 200. */
const FAILED_REQUEST = /^Failed to load resource/;

interface Connection extends Omit<PhoneOptions, 'user'> {
  /** Phone N starts as the N-th of the hospital's invented people. */
  readonly number?: number;
  /** Who WeChat is signed in as, with the cloud's token. */
  readonly identity?: WeChatUser & { readonly token: string; readonly label: string };
}

/** Writes down everything on a page that must not happen. */
function watch(page: Page, origin: string, faults: boolean): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() !== 'error') return;
    if (!faults || !FAILED_REQUEST.test(message.text())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) troubles.push(url);
  });
  return troubles;
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

/** Opens a phone of 390×844 at an address, in a browser profile of its own. */
export async function connectPhone(browser: Browser, url: string, options: Connection = {}): Promise<Phone> {
  const { touch = false, width = 390, height = 844, number = 1, identity, elderly } = options;
  const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch });
  const state = `preview:${String(number)}:state:`;
  const stored = {
    ...(identity === undefined ? {} : { [`${state}identity`]: JSON.stringify(identity) }),
    ...(options.privacyAgreed ? { [`${state}privacy-consent`]: 'agreed' } : {}),
  };
  await context.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries))
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
  }, stored);
  await context.addInitScript(countCalls);
  const page = await context.newPage();
  const troubles = watch(page, url, options.faults ?? false);
  const phone = new Phone({ page, context, touch, troubles });
  await page.goto(`${url}/phone/?id=${String(number)}&fast=1`);
  await phone.sees(phone.find('page-root'));
  if (elderly) {
    await page.evaluate('wx.setStorageSync("reading-mode", "elderly")');
    await page.reload();
  }
  return phone;
}

/** Opens a phone of a hospital that runs in this process. */
export function openPhone(
  browser: Browser,
  hospital: RunningHospital,
  options: PhoneOptions,
): Promise<Phone> {
  const { user, ...rest } = options;
  if (user === undefined) return connectPhone(browser, hospital.url, rest);
  const identity = { ...user, label: user.openid, token: hospital.cloud.identity.mint(user) };
  return connectPhone(browser, hospital.url, { ...rest, identity });
}
