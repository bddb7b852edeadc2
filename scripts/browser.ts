import { findChromium } from './browser/find-chromium';
import { canInstall, hasChineseFont, installChromium } from './browser/install-chromium';

const BY_HAND =
  'Install Chromium or Chrome and a Chinese font (Debian: apt install chromium fonts-noto-cjk), or set CHROMIUM_PATH.';

/** `npm run browser`: finds the browser that tests drive, or installs it where it may. */
function main(): number {
  if ((findChromium() === null || hasChineseFont() === false) && canInstall()) installChromium();
  const found = findChromium();
  if (found === null) {
    console.error(BY_HAND);
    return 1;
  }
  if (hasChineseFont() === false) console.error('No Chinese font was found: pages will show boxes.');
  console.log(found);
  return 0;
}

process.exitCode = main();
