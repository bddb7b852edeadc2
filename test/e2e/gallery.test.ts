import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { pages } from './gallery/scenes';

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
