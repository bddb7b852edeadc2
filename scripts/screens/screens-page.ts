import { existsSync, readFileSync } from 'node:fs';
import type { PageScenes } from '../../test/e2e/gallery/scene';

/** File name of a scene's picture. */
export const pictureName = (scene: string, elderly: boolean): string =>
  `${scene}${elderly ? '-elderly' : ''}.webp`;

const SECTIONS: Readonly<Record<string, string>> = {
  '': 'Tabs and the main package',
  triage: 'Which department: `triage`',
  booking: 'Booking a number: `booking`',
  visit: 'The visit: `visit`',
  billing: 'Paying: `billing`',
  report: 'Reports: `report`',
  message: 'Messages: `message`',
  guide: 'Finding the way: `guide`',
  identity: 'Cards, families, volunteers: `identity`',
  clinic: 'The doctor: `clinic`',
  staff: 'Nurse, window, executing desk: `staff`',
};

/** The package of a page; empty for the main package. */
const packageOf = (page: string): string => /^packages\/([^/]+)\//.exec(page)?.[1] ?? '';

/** What WeChat writes above the page. */
function titleOf(page: string): string {
  const file = `miniprogram/${page}.json`;
  if (!existsSync(file)) return page;
  const { navigationBarTitleText } = JSON.parse(readFileSync(file, 'utf8')) as {
    navigationBarTitleText?: string;
  };
  return navigationBarTitleText ?? page;
}

const cell = (scene: string, elderly: boolean): string =>
  `<img src="design/${pictureName(scene, elderly)}" width="240" alt="${scene}${elderly ? ', elderly' : ''}">`;

function rows({ page, scenes }: PageScenes): string[] {
  const title = titleOf(page);
  return scenes.map(({ name }) => `| ${title}<br>\`${name}\` | ${cell(name, false)} | ${cell(name, true)} |`);
}

function section(name: string, title: string, pages: readonly PageScenes[]): string {
  const own = pages.filter(({ page }) => packageOf(page) === name);
  if (own.length === 0) return '';
  return [
    `## ${title}`,
    '',
    '| page | normal | elderly |',
    '| --- | --- | --- |',
    ...own.flatMap(rows),
    '',
  ].join('\n');
}

/** The contents of docs/screens.md. */
export function screensPage(pages: readonly PageScenes[]): string {
  const known = new Set(Object.keys(SECTIONS));
  const others = [...new Set(pages.map(({ page }) => packageOf(page)))].filter((name) => !known.has(name));
  const sections = [...Object.entries(SECTIONS), ...others.map((name) => [name, `\`${name}\``] as const)];
  return [
    '# Screens',
    '',
    'Every page of the mini program in normal and in elderly type, 390×844, with its sheets and special states. Made by',
    '`npm run screens` from `test/e2e/gallery/scenes`; `test/e2e/layout.browser.test.ts` measures the same scenes at 390×844',
    'and 320×568 against the rules of [design.md](design.md). Everybody shown is invented.',
    '',
    ...sections.map(([name, title]) => section(name, title, pages)).filter((text) => text !== ''),
  ].join('\n');
}
