import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { chromium, type Browser } from 'playwright-core';
import { findChromium, NO_BROWSER } from '../scripts/browser/find-chromium';

const ROUNDS = 5;
/** Shown on the home page as soon as it can be used. */
const CLICKABLE = '[data-testid^="service-"] >> nth=0';

interface Round {
  /** Milliseconds from typing `npm start` to the printed address, and from then to a home page that takes clicks. */
  readonly address: number;
  readonly home: number;
}

/** One `npm start` on a folder of its own, opened in a browser that is already running. */
async function round(browser: Browser): Promise<Round> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'start-'));
  const startedAt = performance.now();
  const child = spawn('npm', ['start', '--silent', '--', '--port', '0', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  try {
    const url = await addressOf(child);
    const printedAt = performance.now();
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await page.goto(`${url}/phone/?id=1`);
    await page.locator(CLICKABLE).click({ trial: true, timeout: 30_000 });
    const home = performance.now() - printedAt;
    await page.close();
    return { address: printedAt - startedAt, home };
  } finally {
    const ended = new Promise((resolve) => child.once('close', resolve));
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
}

function addressOf(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  let text = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(text)?.[0];
      if (url !== undefined) resolve(url);
    });
    child.once('close', () => reject(new Error(`npm start ended without an address: ${text}`)));
  });
}

/** Like `1.23 s (1.10–1.40)`: median, smallest and largest. */
function summary(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b).map((value) => (value / 1000).toFixed(2));
  return `${sorted[Math.floor(sorted.length / 2)] ?? '–'} s (${sorted[0] ?? '–'}–${sorted.at(-1) ?? '–'})`;
}

/** `npm run bench:start`: from `npm start` to a home page that takes clicks, `dist` being built already. */
async function main(): Promise<number> {
  const executablePath = findChromium();
  if (executablePath === null) {
    console.error(NO_BROWSER);
    return 1;
  }
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const rounds: Round[] = [];
  try {
    for (let index = 0; index < ROUNDS; index += 1) rounds.push(await round(browser));
  } finally {
    await browser.close();
  }
  console.log(
    `Node ${process.versions.node}, ${os.cpus().length} cores, ${ROUNDS} rounds, a new data folder each`,
  );
  console.log(`npm start to address    ${summary(rounds.map(({ address }) => address))}`);
  console.log(`address to home page    ${summary(rounds.map(({ home }) => home))}`);
  console.log(`npm start to home page  ${summary(rounds.map(({ address, home }) => address + home))}`);
  return 0;
}

process.exitCode = await main();
