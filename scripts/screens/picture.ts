import type { Page } from 'playwright-core';

const QUALITY = 55;

/** What is in sight as a small WebP picture, which the driver's own screenshots cannot be. */
export async function pictureOf(page: Page): Promise<Buffer> {
  const session = await page.context().newCDPSession(page);
  try {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
    return Buffer.from(data, 'base64');
  } finally {
    await session.detach();
  }
}
