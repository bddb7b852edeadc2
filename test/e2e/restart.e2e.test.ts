import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { TINY } from '../cloudfunctions/hospital-under-test';
import { familyOf, npmStart, untilGone, type NpmStart } from '../scripts/start/npm-start';
import { connectPhone } from './stage/open-phone';
import { launchChromium } from './stage/stage';
import { openWindow } from './stage/window';
import { bindCard, chooseSeat, pay } from './stage/steps';

let folder: string;
let browser: Browser;
const started: NpmStart[] = [];

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'restart-'));
  browser = await launchChromium();
});

afterEach(async () => {
  await browser.close();
  for (const one of started.splice(0)) await kill(one);
  rmSync(folder, { recursive: true, force: true });
});

function start(...words: string[]): NpmStart {
  const one = npmStart('--port', '0', '--data', folder, '--hospital', TINY, ...words);
  started.push(one);
  return one;
}

/** kill -9 of everything that was started, with no time to say goodbye. */
async function kill({ npm, ended }: NpmStart): Promise<void> {
  const family = npm.pid === undefined ? [] : familyOf(npm.pid);
  for (const { pid } of family) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Its parent's death took it along.
    }
  }
  await ended;
  await untilGone(family);
}

test('what was booked and paid is still there after everything was killed', async () => {
  const first = start('--now', '2026-03-10T08:00');
  const phone = await connectPhone(await openWindow(browser, false), await first.url, { number: 2 });
  await bindCard(phone, { name: '穆云川', identityNumber: '990020199909090315' });
  await phone.sees(phone.find('home-patient'));
  const seat = { department: 'family', clinic: 'family-general', doctor: 'dr-tian' };
  await chooseSeat(phone, { ...seat, day: '2026-03-12', start: '09:30' });
  await phone.tap('confirm-submit');
  await pay(phone, '支付成功');
  const queueNumber = await phone.text('queue-number');
  await kill(first);

  const again = await connectPhone(await openWindow(browser, false), await start().url, { number: 2 });
  await again.tab(2);
  expect(await again.text('visit-queue-number')).toBe(queueNumber);
  expect(await again.text('visit-state')).toBe('已约好');
  await again.tap('visit-open');
  await again.tap('cancel-ask');
  await again.tap('cancel-confirm');
  await again.sees('已取消');
}, 90_000);
