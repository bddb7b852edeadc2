import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gatherCast } from '../test/e2e/gallery/cast';
import { pages } from '../test/e2e/gallery/scenes';
import { walk, type Look } from '../test/e2e/gallery/walk';
import { openStage } from '../test/e2e/stage/stage';
import { findChromium, NO_BROWSER } from './browser/find-chromium';
import { pictureOf } from './screens/picture';
import { pictureName, screensPage } from './screens/screens-page';

const PICTURES = 'docs/design';
const LOOKS: readonly Look[] = [
  { width: 390, height: 844, elderly: false },
  { width: 390, height: 844, elderly: true },
];

/** `npm run screens`: pictures of every scene in both modes, and the page that shows them. */
async function main(): Promise<number> {
  const chromium = findChromium();
  if (chromium === null) {
    console.error(NO_BROWSER);
    return 1;
  }
  process.env['CHROMIUM_PATH'] = chromium;
  const stage = await openStage();
  try {
    const ground = { stage, cast: await gatherCast(stage) };
    const pictures = new Map<string, Buffer>();
    const scenes = pages.flatMap((page) => page.scenes);
    const unshown = await walk(ground, { scenes, looks: LOOKS }, async ({ page }, { name }, { elderly }) => {
      pictures.set(pictureName(name, elderly), await pictureOf(page));
    });
    for (const [name, reasons] of Object.entries(unshown)) console.error(`${name} ${reasons.join()}`);
    if (Object.keys(unshown).length > 0) return 1;
    save(pictures);
    writeFileSync('docs/screens.md', screensPage(pages));
    return 0;
  } finally {
    await stage.close();
  }
}

/** Puts the pictures in the place of all that were there. */
function save(pictures: ReadonlyMap<string, Buffer>): void {
  mkdirSync(PICTURES, { recursive: true });
  for (const file of readdirSync(PICTURES)) rmSync(path.join(PICTURES, file));
  for (const [name, picture] of pictures) writeFileSync(path.join(PICTURES, name), picture);
  const bytes = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`${String(pictures.size)} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${PICTURES}`);
}

process.exitCode = await main();
