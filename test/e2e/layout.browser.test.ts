import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { gatherCast, type Cast } from './gallery/cast';
import { ELDERLY, layoutFaults, NORMAL } from './gallery/layout-probe';
import { scenes } from './gallery/scenes';
import { OFFENCES } from './gallery/spoilt';
import { offendersOf } from './gallery/offenders';
import { change, LOOKS } from './gallery/walk';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let cast: Cast;

beforeAll(async () => {
  stage = await openStage();
  cast = await gatherCast(stage);
}, 240_000);
afterAll(() => stage.close());

/** Runs in the page. Styles are set one by one: the page's content policy refuses those inside of HTML. */
function spoil(html: string): void {
  document
    .querySelector('[data-testid="page-root"]')
    ?.insertAdjacentHTML('beforeend', `<div id="spoilt">${html}</div>`);
  for (const element of document.querySelectorAll<HTMLElement>('#spoilt [data-style]'))
    element.style.cssText = element.dataset['style'] ?? '';
}

describe('the probe', () => {
  const question = { limits: ELDERLY, main: null };

  test('finds every offence by its node, and nothing where there is none', async () => {
    const phone = await stage.phone({ user: cast.patient, privacyAgreed: true });
    await phone.sees(phone.find('home-next'));
    await change(phone, { width: 390, height: 844, elderly: true });
    expect(await layoutFaults(phone.page, question)).toEqual([]);
    const missed: unknown[] = [];
    for (const { rule, html, says } of OFFENCES) {
      await phone.page.evaluate(spoil, html);
      const found = await layoutFaults(phone.page, question);
      if (!found.some((fault) => says.test(fault))) missed.push({ rule, found });
      await phone.page.evaluate("document.getElementById('spoilt').remove()");
    }
    expect(missed).toEqual([]);
    expect(await stage.putAway()).toEqual([]);
  });

  test('finds a main button that is below the first screen, covered, or missing', async () => {
    const phone = await stage.phone({ user: cast.patient, privacyAgreed: true });
    await phone.sees(phone.find('home-next'));
    const wanted = { limits: NORMAL, main: 'home-next-button' };
    expect(await layoutFaults(phone.page, wanted)).toEqual([]);
    const spoilt = [
      '[data-testid="page-root"] { padding-top: 900px }',
      'body::after { content: ""; position: fixed; z-index: 9999; inset: 0 }',
    ];
    for (const content of spoilt) {
      const style = await phone.page.addStyleTag({ content });
      const found = await layoutFaults(phone.page, wanted);
      expect(found).toContainEqual(expect.stringMatching(/^not on the first screen/));
      await style.evaluate((element) => (element as Element).remove());
    }
    const missing = await layoutFaults(phone.page, { ...wanted, main: 'no-such-thing' });
    expect(missing).toContainEqual(expect.stringMatching(/^no main button/));
    expect(await stage.putAway()).toEqual([]);
  });
});

test('every page keeps to the rules on phones of 390×844 and 320×568, in normal and elderly mode', async () => {
  const pictures = process.env['SCENE'] !== undefined;
  const offenders = await offendersOf({ stage, cast }, { scenes, looks: LOOKS, pictures });
  expect(offenders).toEqual({});
  expect(await stage.putAway()).toEqual([]);
}, 480_000);
