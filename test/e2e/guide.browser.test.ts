import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../local/preview/until';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  expect(await stage.putAway()).toEqual([]);
});
afterAll(() => stage.close());

const SEARCH = '/packages/guide/pages/search/index';
const WAY = '/packages/guide/pages/way/index';
const PARKING = '/packages/guide/pages/parking/index';

/** Types what the scanner would read. */
async function scan(phone: Phone, button: string, code: string): Promise<void> {
  await phone.tap(button);
  await phone.page.locator('.wx-scan-field').fill(code);
  await phone.tapButton('扫到了');
}

/** Taps through all steps and answers what they said. */
async function walk(phone: Phone): Promise<string[]> {
  const said: string[] = [];
  for (;;) {
    const step = await phone.text('way-step');
    said.push(step);
    const [, at, all] = /第 (\d+) 步，共 (\d+) 步/.exec(step) ?? [];
    if (at === all) return said;
    await phone.tap('step-next');
    await phone.sees(phone.find('way-step').getByText(`第 ${Number(at) + 1} 步`));
  }
}

/** Whether anything was painted on the canvas of the page in sight. */
const painted = (phone: Phone): Promise<boolean> =>
  phone.page.evaluate(() => {
    const [canvas] = [...document.querySelectorAll('canvas')].filter((one) => one.offsetParent !== null);
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
    return pixels !== undefined && new Set(new Uint32Array(pixels.buffer)).size > 8;
  });

describe('finding the way', () => {
  test('after the home page was seen once it works with no network, also after the app was closed', async () => {
    const phone = await stage.phone({});
    await phone.sees(phone.find('service-guide'));
    await phone.sees('医院通知');
    await until(phone.page, 'wx.getStorageSync("plan-directory") !== ""');
    await phone.offline(true);
    await phone.reopen();
    await phone.offline(true);
    await phone.open(SEARCH);
    await phone.tap('everyday-1');
    await phone.tap('found-yj-2f-blood');
    expect(await phone.text('place-where')).toBe('医技楼 2 楼');
    await phone.tap('place-way');
    await phone.tap('start-gate-south');
    const said = await walk(phone);
    expect(said[0]).toContain('朝门诊楼正门的方向走 38 米');
    expect(said.at(-1)).toMatch(/到了：采血处，在您.手边/);
    expect(await painted(phone)).toBe(true);
    // The emergency department is found although nobody asked for it before.
    await phone.open('/pages/emergency/index?show=list');
    await phone.tap('danger-infant-fever');
    await phone.tap('go-emergency');
    expect(await phone.text('way-goal')).toBe('医技楼 1 楼 急诊分诊台');
  });

  test("a mini program's own code leads to its place, and says so where it is none of ours", async () => {
    const phone = await stage.phone({});
    await phone.open(`/pages/home/index?scene=${encodeURIComponent('LOC:mz-1f-hall')}`);
    expect(await phone.text('place-name')).toBe('导诊台');
    await phone.open('/pages/home/index?scene=GONE');
    await phone.sees('这个码不是本医院的');
    await phone.tapButton('知道了');
    await phone.tap('home-window');
    expect(await phone.text('way-goal')).toContain('综合服务中心');
  });

  test('a phone that never saw the plan and has no network says so, and what helps', async () => {
    const { faults } = stage.hospital.cloud;
    // The home page would fetch it at once.
    faults.set({ name: 'function-fail', match: { function: 'guide' } });
    const phone = await stage.phone({ faults: true });
    await phone.offline(true);
    faults.clear();
    await phone.open(`${WAY}?to=mz-2f-a-207`);
    await phone.sees('手机没有网络，还没有存下医院的图');
    await phone.sees(/问穿红马甲的志愿者或导诊台/);
    // A page that waits for the network goes on by itself.
    await phone.offline(false);
    await phone.sees(phone.find('start-question'));
  });

  test('where the hospital cannot be reached it says so, and goes on when it can', async () => {
    const { faults } = stage.hospital.cloud;
    faults.set({ name: 'function-fail', match: { function: 'guide' } });
    const phone = await stage.phone({ faults: true });
    await phone.open(SEARCH);
    await phone.sees('医院的服务暂时连不上');
    faults.clear();
    await phone.tap('state-action');
    await phone.sees(phone.find('everyday-0'));
  });

  test('it starts at a scanned code, at a gate, or at what one sees; a strange code is refused', async () => {
    const phone = await stage.phone({});
    await phone.open(`${WAY}?place=${encodeURIComponent('门诊楼 2 楼 A 区 207 诊室')}`);
    expect(await phone.text('way-goal')).toBe('门诊楼 2 楼 A 区 207 诊室');
    await scan(phone, 'start-scan', 'https://example.org/');
    await phone.sees('这不是医院的位置码');
    await phone.tapButton('知道了');
    await scan(phone, 'start-scan', 'LOC:mz-1f-hall');
    expect(await phone.text('way-start')).toBe('门诊楼 1 楼 导诊台');
    await phone.tap('change-start');
    await phone.tap('start-lost');
    await phone.tap('start-yj');
    await phone.tap('start-yj-2f');
    await phone.tap('start-yj-2f-blood');
    expect(await phone.text('way-start')).toBe('医技楼 2 楼 采血处');
    await phone.tap('step-free');
    await phone.sees(phone.find('way-step'));
    const said = await walk(phone);
    expect(said.filter((step) => /楼梯|台阶/.test(step))).toEqual([]);
    // Who has arrived stands there when the next way is asked for.
    await phone.tap('step-next');
    await phone.open(`${WAY}?to=mz-1f-pharmacy`);
    await phone.sees('我在门诊楼 2 楼 A 区 207 诊室');
  });

  test('in elderly mode steps are avoided unless one says otherwise', async () => {
    const phone = await stage.phone({ elderly: true });
    await phone.open(`${WAY}?to=mz-2f-a-207&from=gate-south`);
    const gentle = await walk(phone);
    expect(gentle.some((step) => step.includes('坐电梯上到 2 楼'))).toBe(true);
    expect(gentle.filter((step) => /楼梯|台阶/.test(step))).toEqual([]);
    await phone.tap('step-free');
    expect((await walk(phone)).some((step) => step.includes('上台阶，进门诊楼'))).toBe(true);
  });

  test('what the plan does not know is refused, with whom to ask', async () => {
    const phone = await stage.phone({});
    await phone.open(`${WAY}?place=${encodeURIComponent('月球背面')}`);
    await phone.sees('医院的图上没有这个地方');
    await phone.sees(/图上还没有“月球背面”/);
  });

  test('the car is found again, and the spot stays on the phone only', async () => {
    const phone = await stage.phone({});
    await phone.open(PARKING);
    await phone.tap('parking-save');
    expect(await phone.text('zone-error')).toBe('请先选车停在哪一区');
    await phone.tap('zone-mz-b1-parking-c');
    await phone.type('spot', 'C-117');
    await phone.tap('parking-save');
    expect(await phone.text('parked-spot')).toBe('C-117');
    await phone.reopen();
    await phone.open(PARKING);
    await phone.tap('parking-way');
    await phone.tap('start-gate-south');
    expect((await walk(phone)).at(-1)).toContain('到了：地下停车场 C 区');
    // A plan without that zone does not lose what was painted on the ground.
    await phone.page.evaluate(
      'wx.setStorageSync("parked", { ...wx.getStorageSync("parked"), placeId: "gone" })',
    );
    await phone.open(PARKING);
    expect(await phone.text('parked-spot')).toBe('C-117');
    await phone.tap('parking-forget');
    await phone.sees(phone.find('parking-save'));
  });
});
