import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const OTHER_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What the tests and the benches say when there is no browser. */
export const NO_BROWSER = 'No Chromium was found: "npm run browser" finds or installs one.';

/** Path of a Chromium that starts, or null. CHROMIUM_PATH wins over everything. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string | null {
  const chosen = environment['CHROMIUM_PATH'];
  if (chosen !== undefined && chosen !== '') return starts(chosen) ? chosen : null;
  const folders = (environment['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...OTHER_PLACES,
  ];
  return candidates.find((file) => existsSync(file) && starts(file)) ?? null;
}

/** Some systems have a command of this name that only says how to install it. */
function starts(file: string): boolean {
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+/.test(stdout);
}
