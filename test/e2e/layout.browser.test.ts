import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { gatherCast, type Cast } from './gallery/cast';
import { ELDERLY, layoutFaults, NORMAL } from './gallery/layout-probe';
import { photograph } from './gallery/photograph';
import { enter, scenes } from './gallery/scenes';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  stage = await openStage();
  cast = await gatherCast(stage);
});
afterAll(() => stage.close());

/** A style sheet that spoils a page, and what the probe must say of it. */
const SPOILT = [
  ['.when, .quiet { font-size: 9px !important; }', /^type of 9/],
  ['.card { width: 600px !important; }', /^out of the window/],
  ['.card { height: 60px !important; overflow: hidden !important; }', /^cut off/],
  ['.body { font-size: 14px !important; }', /^body of 14/],
  ['[role="button"] { min-height: 0 !important; height: 20px !important; }', /^target of \d+×20/],
  [
    'wx-button { min-height: 0 !important; height: 30px !important; padding: 0 !important; }',
    /^main button 30/,
  ],
] as const;

test('what is spoilt is found', async () => {
  const phone = await stage.phone({ user: cast.patient, privacyAgreed: true });
  await phone.sees(phone.find('home-next'));
  for (const [content, words] of SPOILT) {
    const style = await phone.page.addStyleTag({ content });
    expect(await layoutFaults(phone.page, NORMAL)).toContainEqual(expect.stringMatching(words));
    await style.evaluate((element) => (element as Element).remove());
  }
  expect(await stage.putAway()).toEqual([]);
});

const PEOPLE = ['newcomer', 'undecided', 'returning', 'patient'] as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Shows every scene on phones of a size, takes its picture and names what is wrong with it. */
async function walk({ width, height }: Size, elderly: boolean): Promise<Record<string, readonly string[]>> {
  const title = `${String(width)}×${String(height)}${elderly ? ' for the elderly' : ''}`;
  const found: Record<string, readonly string[]> = {};
  for (const who of PEOPLE) {
    const privacyAgreed = who !== 'newcomer';
    const phone = await stage.phone({ user: cast[who], width, height, elderly, privacyAgreed });
    for (const scene of scenes.filter((one) => one.who === who)) {
      await enter(phone, scene, cast);
      const faults = await layoutFaults(phone.page, elderly ? ELDERLY : NORMAL);
      await photograph(phone, `${title}/${scene.name}`);
      if (faults.length > 0) found[`${title}/${scene.name}`] = faults;
    }
  }
  return found;
}

test.each([
  ['390×844', { width: 390, height: 844 }],
  ['320×568', { width: 320, height: 568 }],
])(
  'on a phone of %s nothing overflows, is cut off, too small to read or too small to hit, in either size of type',
  async (_title, size) => {
    const [normal, elderly] = await Promise.all([walk(size, false), walk(size, true)]);
    expect({ ...normal, ...elderly }).toEqual({});
    expect(await stage.putAway()).toEqual([]);
  },
  240_000,
);
