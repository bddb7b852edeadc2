import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openChromium, type OpenPhone } from './chromium';
import { copyFixture, type FixtureCopy } from './fixture-mini-program';
import { startPreviewServer, type PreviewServer } from './preview-server';

/** What the tests of a file share; there from the first test to the last. */
export interface FixtureStage {
  readonly fixture: FixtureCopy;
  readonly server: PreviewServer;
  readonly browser: Browser;
}

/** A copy of the sample mini program, the server of its preview and a browser, for the file that calls this. */
export function fixtureStage(): FixtureStage {
  const stage = {} as { -readonly [Part in keyof FixtureStage]: FixtureStage[Part] };
  beforeAll(async () => {
    stage.fixture = copyFixture();
    [stage.server, stage.browser] = await Promise.all([
      startPreviewServer(stage.fixture.dir),
      openChromium(),
    ]);
  }, 30_000);
  afterAll(async () => {
    await stage.browser.close();
    await stage.server.close();
    stage.fixture.remove();
  });
  return stage;
}

/** Puts a phone away on which nothing may have gone wrong. */
export async function expectQuiet(phone: OpenPhone): Promise<void> {
  expect(await phone.errors()).toEqual([]);
  expect(await phone.missing()).toEqual([]);
  expect(phone.foreign).toEqual([]);
  await phone.close();
}
