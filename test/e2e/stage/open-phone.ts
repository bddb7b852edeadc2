import type { Page } from 'playwright-core';
import type { RunningHospital } from '../../../scripts/start/start-hospital';
import { Phone } from './phone';
import type { PhoneWindow } from './window';

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

/** Where the storage is prepared there is no picture for the browser's tab; it may ask for one late. */
const ICON = '/favicon.ico';

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
    if (message.type() !== 'error' || message.location().url.endsWith(ICON)) return;
    if (!faults || !FAILED_REQUEST.test(message.text())) troubles.push(message.text());
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob|about):/.test(url)) troubles.push(url);
  });
  return troubles;
}

/** What another mini program stored goes; from an address of the same place where no mini program runs. */
async function store(page: Page, url: string, entries: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${url}/preview/people.json`);
  await page.evaluate((all) => {
    localStorage.clear();
    sessionStorage.clear();
    for (const [key, value] of Object.entries(all)) localStorage.setItem(key, value);
  }, entries);
}

/** Opens a phone of 390×844 at an address, with a storage of its own. */
export async function connectPhone(
  window: PhoneWindow,
  url: string,
  options: Connection = {},
): Promise<Phone> {
  const { width = 390, height = 844, number = 1, identity, elderly } = options;
  const { page } = window;
  const state = `preview:${String(number)}:state:`;
  await page.setViewportSize({ width, height });
  await store(page, url, {
    ...(identity === undefined ? {} : { [`${state}identity`]: JSON.stringify(identity) }),
    ...(options.privacyAgreed ? { [`${state}privacy-consent`]: 'agreed' } : {}),
  });
  const troubles = watch(page, url, options.faults ?? false);
  const phone = new Phone({ window, troubles });
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
  window: PhoneWindow,
  hospital: RunningHospital,
  options: PhoneOptions,
): Promise<Phone> {
  const { user, ...rest } = options;
  if (user === undefined) return connectPhone(window, hospital.url, rest);
  const identity = { ...user, label: user.openid, token: hospital.cloud.identity.mint(user) };
  return connectPhone(window, hospital.url, { ...rest, identity });
}
