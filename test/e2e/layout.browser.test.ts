import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { gatherCast, type Cast } from './gallery/cast';
import { pages, scenes } from './gallery/scenes';
import { LOOKS, walk } from './gallery/walk';
import { openStage, type Stage } from './stage/stage';

interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly { readonly root: string; readonly pages: readonly string[] }[];
}

function pagesOfApp(): string[] {
  const app = JSON.parse(readFileSync('miniprogram/app.json', 'utf8')) as AppConfig;
  const inPackages = app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`));
  return [...app.pages, ...inPackages].sort();
}

describe('the gallery', () => {
  test('has a scene of every page in app.json, and of no other', () => {
    expect(pages.map(({ page }) => page).sort()).toEqual(pagesOfApp());
    expect(pages.filter(({ scenes }) => scenes.length === 0)).toEqual([]);
  });

  test('calls each scene by a name of its own', () => {
    const names = pages.flatMap(({ scenes }) => scenes.map(({ name }) => name));
    expect([...new Set(names)]).toEqual(names);
  });
});

describe('on phones of 390×844 and 320×568, in normal and elderly mode,', () => {
  let stage: Stage;
  let cast: Cast;

  beforeAll(async () => {
    stage = await openStage();
    cast = await gatherCast(stage);
  });
  afterAll(() => stage.close());

  test('every page keeps to the rules of docs/design.md', async () => {
    const pictures = process.env['SCENE'] !== undefined;
    const offenders = await walk({ stage, cast }, { scenes, looks: LOOKS, pictures });
    expect(offenders).toEqual({});
    expect(await stage.putAway()).toEqual([]);
  }, 240_000);
});
