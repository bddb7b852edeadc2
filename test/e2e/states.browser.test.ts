import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FaultName } from '../../local/cloud/faults/faults';
import { gatherCast, type Cast } from './gallery/cast';
import { photograph } from './gallery/photograph';
import { userOf, type Scene } from './gallery/scene';
import { scenes } from './gallery/scenes';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let cast: Cast;
let phone: Phone;

beforeAll(async () => {
  stage = await openStage();
  cast = await gatherCast(stage);
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

/** What each way of failing sounds like. */
const SAID: Partial<Record<FaultName, string>> = {
  'function-fail': '医院的服务暂时连不上',
  'database-fail': '医院的服务出了点问题',
  'timeout-before': '等了很久没有回音',
  quota: '医院的服务暂时连不上',
};

/** A page, the function it cannot do without, and the way in which that one fails here. */
const PAGES: readonly (readonly [string, string, FaultName])[] = [
  ['home', 'identity', 'function-fail'],
  ['departments', 'catalog', 'function-fail'],
  ['doctors', 'booking', 'database-fail'],
  ['slots', 'booking', 'timeout-before'],
  ['confirm', 'booking', 'quota'],
  ['pay', 'booking', 'function-fail'],
  ['result', 'booking', 'database-fail'],
  ['visits', 'booking', 'timeout-before'],
  ['appointment', 'booking', 'function-fail'],
  ['me', 'identity', 'database-fail'],
  ['consent', 'identity', 'function-fail'],
  ['bind', 'identity', 'database-fail'],
  ['choose-number', 'identity', 'timeout-before'],
  ['patient', 'identity', 'quota'],
  ['bills', 'billing', 'function-fail'],
  ['bill', 'billing', 'database-fail'],
  ['code', 'billing', 'timeout-before'],
  ['receipt', 'billing', 'quota'],
  ['reports', 'report', 'function-fail'],
  ['report', 'report', 'database-fail'],
  ['messages', 'message', 'timeout-before'],
  ['desk', 'clinic', 'function-fail'],
];

const sceneOf = (name: string): Scene => {
  const scene = scenes.find((one) => one.name === name);
  if (scene === undefined) throw new Error(`There is no scene ${name}`);
  return scene;
};

/** Opens a page on a phone that keeps nothing of it, nor hears of it from a call of the page before. */
async function openAfresh(scene: Scene): Promise<void> {
  await phone.answered();
  await phone.page.evaluate('wx.clearStorageSync()');
  await phone.open(await scene.address({ stage, cast }));
}

describe.each(PAGES)('the page %s', (name, lacks, fault) => {
  test('shows its outline while it waits, then what failed or that there is no network, and one way on', async () => {
    const scene = sceneOf(name);
    const { faults } = stage.hospital.cloud;
    const user = await userOf(scene, { stage, cast });
    phone = await stage.phone({ user, privacyAgreed: !scene.privacyOpen, faults: true });

    faults.set({ name: 'slow', match: { action: 'invoke' }, ms: 700 });
    await openAfresh(scene);
    await phone.sees(phone.find('state-loading'));
    await photograph(phone, `states/${name}-loading`);
    faults.clear();

    faults.set({ name: fault, match: { function: lacks } });
    await openAfresh(scene);
    await phone.sees(SAID[fault] ?? '');
    await phone.still();
    await photograph(phone, `states/${name}-error`);
    faults.clear();
    await phone.tap('state-action');
    await phone.sees(phone.find(scene.sees));

    await phone.offline(true);
    await openAfresh(scene);
    await phone.sees(phone.find('state-action'));
    await phone.sees('手机没有网络');
    await phone.still();
    await photograph(phone, `states/${name}-offline`);
    await phone.offline(false);
    await phone.tap('state-action');
    await phone.sees(phone.find(scene.sees));
  });
});
