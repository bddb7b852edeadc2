import type { Locator, Page } from 'playwright-core';
import { messageSource } from '../../../local/preview/shared/messages';
import { still, until } from '../../local/preview/until';
import type { PhoneWindow } from './window';

/** How long a tap or a word on the screen is waited for. */
const PATIENCE_MS = 25_000;

interface PhoneParts {
  readonly window: PhoneWindow;
  readonly troubles: readonly string[];
}

/** A phone in the browser, driven as a person drives it: by what is visible. */
export class Phone {
  readonly page: Page;
  /** Faults of scripts, `wx` members that are missing, requests that left the machine. */
  readonly troubles: readonly string[];
  readonly window: PhoneWindow;
  private readonly touch: boolean;

  constructor({ window, troubles }: PhoneParts) {
    this.window = window;
    this.page = window.page;
    this.touch = window.touch;
    this.troubles = troubles;
    this.page.setDefaultTimeout(PATIENCE_MS);
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

  /** Pulls the page down with the mouse, as far as it takes to look again. */
  async pullDown(): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(190, 300);
    await mouse.down();
    await mouse.move(190, 360, { steps: 4 });
    await mouse.move(190, 520, { steps: 8 });
    await mouse.up();
  }

  async tab(index: 0 | 1 | 2 | 3): Promise<void> {
    await this.tap(`tab-${String(index)}`);
  }

  async open(address: string): Promise<void> {
    // A phone that was only just opened has no mini program yet.
    await until(this.page, 'typeof wx === "object" && getCurrentPages().length > 0');
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
    await until(this.page, `getCurrentPages().at(-1)?.route.includes(${JSON.stringify(part)})`);
  }

  /** Waits until no call of a cloud function is under way: what was asked before cannot be heard later. */
  answered(): Promise<void> {
    return until(this.page, 'window.callsUnderTest.underWay === 0');
  }

  /** Waits for sheets and lists to come to rest. */
  async still(): Promise<void> {
    await still(this.page);
    await this.page.waitForTimeout(60);
  }

  /** The panel's switch for the network. */
  async offline(offline: boolean): Promise<void> {
    await this.fromPanel('settings', { offline });
  }

  /** WeChat's own font size, changed while the mini program stays open: one leaves it for that and comes back. */
  async fontScale(fontSizeScaleFactor: number): Promise<void> {
    await this.fromPanel('hide');
    await this.fromPanel('settings', { fontSizeScaleFactor });
    await this.fromPanel('show');
    await this.still();
  }

  /** What the panel beside the phone would send to it. */
  private async fromPanel(type: string, payload: object | null = null): Promise<void> {
    await this.page.evaluate(
      (message) => {
        window.postMessage(message, window.location.origin);
      },
      { source: messageSource, phone: '1', type, payload },
    );
  }

  /** Bytes of setData that each tap caused, since the mini program was opened. */
  tapBytes(): Promise<number[]> {
    return this.page.evaluate('window.__previewStats.taps.map(({ bytes }) => bytes)');
  }

  /** Puts the mini program away and takes it up again where it was. */
  async reopen(): Promise<void> {
    await this.page.reload();
  }
}
