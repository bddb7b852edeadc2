import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gatherCast, type Cast } from './gallery/cast';
import { ELDERLY, layoutFaults, NORMAL } from './gallery/layout-probe';
import { photograph } from './gallery/photograph';
import { enter, scenes } from './gallery/scenes';
import type { Phone } from './stage/phone';
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

describe.each([
  ['390×844', 390, 844, false],
  ['390×844 for the elderly', 390, 844, true],
  ['320×568', 320, 568, false],
  ['320×568 for the elderly', 320, 568, true],
] as const)('on a phone of %s', (title, width, height, elderly) => {
  test('nothing overflows, is cut off, too small to read or too small to hit', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const who of PEOPLE) {
      const phone = await stage.phone({
        user: cast[who],
        width,
        height,
        elderly,
        privacyAgreed: who !== 'newcomer',
      });
      for (const scene of scenes.filter((one) => one.who === who)) {
        const faults = await look(phone, scene);
        await photograph(phone, `${title}/${scene.name}`);
        if (faults.length > 0) found[scene.name] = faults;
      }
    }
    expect(found).toEqual({});
    expect(await stage.putAway()).toEqual([]);
  });

  const look = async (phone: Phone, scene: (typeof scenes)[number]): Promise<string[]> => {
    await enter(phone, scene, cast);
    return layoutFaults(phone.page, elderly ? ELDERLY : NORMAL);
  };
});
