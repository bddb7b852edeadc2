import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { gatherCast } from '../test/e2e/gallery/cast';
import { pages } from '../test/e2e/gallery/scenes';
import type { Ground, Scene } from '../test/e2e/gallery/scene';
import { walk, type Look, type Unshown } from '../test/e2e/gallery/walk';
import { openStage } from '../test/e2e/stage/stage';
import { findChromium, NO_BROWSER } from './browser/find-chromium';
import { pictureOf } from './screens/picture';
import { pictureName, screensPage } from './screens/screens-page';
import { takeTour, tourPictures } from './screens/tour';

const PICTURES = 'docs/design';
const PAGE = 'docs/screens.md';
const LOOKS: readonly Look[] = [
  { width: 390, height: 844, elderly: false },
  { width: 390, height: 844, elderly: true },
];

/** `npm run screens [-- --tour]`: the README's visit, then every scene in both modes and the page that shows them. */
async function main(words: readonly string[]): Promise<number> {
  const chromium = findChromium();
  if (chromium === null) {
    console.error(NO_BROWSER);
    return 1;
  }
  process.env['CHROMIUM_PATH'] = chromium;
  write(await takeTour());
  return words.includes('--tour') ? 0 : everyScene();
}

async function everyScene(): Promise<number> {
  const stage = await openStage();
  try {
    const ground = { stage, cast: await gatherCast(stage) };
    const scenes = pages.flatMap((page) => page.scenes);
    const { pictures, unshown } = await takePictures(ground, scenes);
    save(pictures, scenes);
    writeFileSync(PAGE, await format(screensPage(pages), { ...(await resolveConfig(PAGE)), filepath: PAGE }));
    for (const [name, reasons] of Object.entries(unshown)) console.error(`${name} ${reasons.join()}`);
    return Object.keys(unshown).length > 0 ? 1 : 0;
  } finally {
    await stage.close();
  }
}

interface Taken {
  readonly pictures: ReadonlyMap<string, Buffer>;
  readonly unshown: Unshown;
}

/** What a busy machine did not show in time is asked for once more. */
async function takePictures(ground: Ground, scenes: readonly Scene[]): Promise<Taken> {
  const pictures = new Map<string, Buffer>();
  const take = (some: readonly Scene[]): Promise<Unshown> =>
    walk(ground, { scenes: some, looks: LOOKS }, async ({ page }, { name }, { elderly }) => {
      pictures.set(pictureName(name, elderly), await pictureOf(page));
    });
  const first = await take(scenes);
  const unshown = await take(scenes.filter(({ name }) => name in first));
  return { pictures, unshown };
}

/** Writes the pictures and removes those of scenes that are no more. */
function save(pictures: ReadonlyMap<string, Buffer>, scenes: readonly Scene[]): void {
  const ofScenes = scenes.flatMap(({ name }) => [pictureName(name, false), pictureName(name, true)]);
  const wanted = new Set([...ofScenes, ...tourPictures]);
  for (const file of readdirSync(PICTURES)) if (!wanted.has(file)) rmSync(path.join(PICTURES, file));
  write(pictures);
}

function write(pictures: ReadonlyMap<string, Buffer>): void {
  mkdirSync(PICTURES, { recursive: true });
  for (const [name, picture] of pictures) writeFileSync(path.join(PICTURES, name), picture);
  const bytes = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`${String(pictures.size)} pictures, ${(bytes / 1024 / 1024).toFixed(1)} MB in ${PICTURES}`);
}

process.exitCode = await main(process.argv.slice(2));
