import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { FaultName } from '../../local/cloud/faults/faults';
import { gatherCast, type Cast } from './gallery/cast';
import { photograph } from './gallery/photograph';
import { userOf, type Scene } from './gallery/scene';
import { openedPages, type Opened } from './gallery/without-answer';
import type { Phone } from './stage/phone';
import { openStage, type Stage } from './stage/stage';

let stage: Stage;
let cast: Cast;
/** Pages of the same person follow each other on one phone. */
let lent: { readonly key: string; readonly phone: Phone } | null = null;

beforeAll(async () => {
  stage = await openStage();
  cast = await gatherCast(stage);
}, 240_000);
afterEach(() => {
  stage.hospital.cloud.faults.clear();
  expect(lent?.phone.troubles ?? []).toEqual([]);
});
afterAll(async () => {
  await stage.putAway();
  await stage.close();
});

/** What each way of failing sounds like. */
const SAID: Partial<Record<FaultName, string>> = {
  'function-fail': '医院的服务暂时连不上',
  'database-fail': '医院的服务出了点问题',
  'timeout-before': '等了很久没有回音',
  quota: '医院的服务暂时连不上',
};

const pictures = process.env['PICTURES'] !== undefined;
const picture = async (phone: Phone, name: string): Promise<void> => {
  if (!pictures) return;
  await phone.still();
  await photograph(phone, `states/${name}`);
};

async function phoneOf(scene: Scene): Promise<Phone> {
  const user = await userOf(scene, { stage, cast });
  const privacyAgreed = !scene.privacyOpen;
  const key = `${user.openid} ${String(privacyAgreed)}`;
  if (lent?.key !== key) {
    await stage.putAway();
    const phone = await stage.phone({ user, privacyAgreed, faults: true });
    await phone.answered();
    lent = { key, phone };
  }
  return lent.phone;
}

/** Opens a page on a phone that keeps nothing of it, nor hears of it from a call of the page before. */
async function openAfresh(phone: Phone, { scene, isRemembered }: Opened, offline = false): Promise<void> {
  const address = await scene.address({ stage, cast });
  await phone.answered();
  await phone.page.evaluate('wx.clearStorageSync()');
  if (isRemembered) {
    await phone.reopen();
    await phone.sees(phone.find('page-root'));
  }
  if (offline) await phone.offline(true);
  await phone.open(address);
}

/** Looks again as pulling down does, or coming back. */
const lookAgain = (phone: Phone, { isPulled }: Opened): Promise<void> =>
  phone.page.evaluate(`(() => {
    const page = getCurrentPages().at(-1);
    void page.${isPulled ? 'onPullDownRefresh' : 'onShow'}?.();
  })()`);

describe.each(openedPages.filter(({ asks }) => asks))('the page $page', (opened) => {
  const { scene, fault, stale } = opened;
  test('shows its outline while it waits, then what failed and one way on', async () => {
    const phone = await phoneOf(scene);
    const { faults } = stage.hospital.cloud;
    await scene.address({ stage, cast });
    faults.set({ name: 'slow', match: { action: 'invoke' }, ms: 300 });
    faults.set({ name: fault });
    await openAfresh(phone, opened);
    await phone.sees(phone.find('state-loading'));
    await picture(phone, `${scene.name}-loading`);
    await phone.sees(SAID[fault] ?? '');
    await picture(phone, `${scene.name}-error`);
    faults.clear();
    await phone.tap('state-action');
    await phone.sees(phone.find(scene.sees));

    // What was shown stays when looking again fails, and is said to be from before.
    faults.set({ name: opened.isRemembered ? fault : 'database-fail' });
    await lookAgain(phone, opened);
    if (opened.isPulled && stale !== null) await phone.sees(phone.find(stale));
    await phone.answered();
    await phone.sees(phone.find(scene.sees));
    await picture(phone, `${scene.name}-stale`);
    faults.clear();
  });

  test('says that there is no network, and shows itself as soon as there is one', async () => {
    const phone = await phoneOf(scene);
    await openAfresh(phone, opened, true);
    await phone.sees('手机没有网络');
    await phone.sees(phone.find('state-action').or(phone.find(scene.sees)));
    await picture(phone, `${scene.name}-offline`);
    await phone.offline(false);
    await phone.sees(phone.find(scene.sees));
  });
});

describe.each(openedPages.filter(({ asks }) => !asks))('the page $page', (opened) => {
  test('is there although the phone has no network and keeps nothing', async () => {
    const phone = await phoneOf(opened.scene);
    await openAfresh(phone, opened, true);
    await phone.sees(phone.find(opened.scene.sees));
    await phone.sees('手机没有网络');
    await phone.offline(false);
  });
});

describe('what could not be asked is not said to be nothing', () => {
  const opened = async (page: string): Promise<Phone> => {
    const found = openedPages.find((one) => one.page === page);
    if (found === undefined) throw new Error(`There is no page ${page}`);
    const phone = await phoneOf(found.scene);
    await openAfresh(phone, found);
    return phone;
  };

  test('a doctor who cannot be told what was ordered is not told that nothing was', async () => {
    const match = { action: 'invoke', function: 'clinic' };
    const page = 'packages/clinic/pages/encounter/index';
    await opened(page);
    stage.hospital.cloud.faults.set({ name: 'function-fail', match, nth: 2, times: 50 });
    const phone = await opened(page);
    await phone.sees(phone.find('state-action'));
    expect(await phone.find('no-orders').count()).toBe(0);
  });

  test('a nurse who cannot be told who has a flag is not told that nobody has', async () => {
    const phone = await opened('packages/staff/pages/nurse/index');
    await phone.tap('area-mz-3f-a');
    await phone.answered();
    stage.hospital.cloud.faults.set({ name: 'database-fail' });
    await phone.tap('nurse-tab-flagged');
    await phone.sees(phone.find('state-stale'));
    expect(await phone.find('flagged-empty').count()).toBe(0);
  });

  test('a doctor’s name is not said to be unknown where nobody looked it up', async () => {
    const phone = await opened('pages/departments/index');
    await phone.sees(phone.find('side-obstetrics'));
    await phone.offline(true);
    await phone.page.locator('input').filter({ visible: true }).fill('顾念慈');
    await phone.sees(phone.find('doctors-unheard'));
    expect(await phone.words('没有找到').count()).toBe(0);
    await picture(phone, 'doctors-unheard');
    await phone.offline(false);
    await phone.tap('doctors-unheard');
    await phone.sees(phone.find('found-dr-gu-nianci'));
  });
});
