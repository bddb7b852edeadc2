import { spread, type Spread } from '../instruments/latency';
import { structureOf } from '../../test/e2e/gallery/layout-probe';
import { userOf, type Ground, type PageScenes, type Scene } from '../../test/e2e/gallery/scene';
import { LOOKS, walk, type Unshown } from '../../test/e2e/gallery/walk';
import type { Phone } from '../../test/e2e/stage/phone';
import { CPU_THROTTLING } from './goals';
import type { Navigation } from './in-page';
import { measureNavigation } from './navigation';

export interface PageFindings {
  readonly page: string;
  readonly paint: Spread;
  readonly shown: Spread;
}

export interface Structure {
  readonly scene: string;
  readonly nodes: number;
  readonly depth: number;
  readonly children: number;
}

const HOME = '/pages/home/index';

async function phoneOf(ground: Ground, scene: Scene): Promise<Phone> {
  const user = await userOf(scene, ground);
  return ground.stage.phone({ user, privacyAgreed: !scene.privacyOpen });
}

async function throttle({ page }: Phone): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_THROTTLING });
}

/** Milliseconds from opening the mini program until its home page can be used, with nothing in memory. */
export async function coldStart(ground: Ground): Promise<number> {
  const phone = await ground.stage.phone({ user: ground.cast.patient, privacyAgreed: true });
  await throttle(phone);
  const startedAt = performance.now();
  await phone.page.reload();
  await phone.sees(phone.find('home-next'));
  const milliseconds = performance.now() - startedAt;
  await ground.stage.putAway();
  return milliseconds;
}

/** Opens a page again and again over the home page of a running app; the first time, which loads its package, is not counted. */
export async function measurePage(
  ground: Ground,
  { page, scenes }: PageScenes,
  rounds: number,
): Promise<PageFindings | null> {
  const [scene] = scenes;
  if (scene === undefined) return null;
  const phone = await phoneOf(ground, scene);
  const address = await scene.address(ground);
  await phone.open(HOME);
  await phone.sees(phone.find('page-root'));
  await throttle(phone);
  const times: Navigation[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const found = await measureNavigation(phone.page, address, scene.sees);
    if (round > 0) times.push(found);
  }
  await ground.stage.putAway();
  const of = (key: keyof Navigation): Spread => spread(times.map((one) => one[key]));
  return { page, paint: of('paint'), shown: of('shown') };
}

export interface SceneFindings {
  readonly structures: readonly Structure[];
  /** Bytes of setData, one for each tap on the way to the scenes. */
  readonly taps: readonly number[];
  readonly unshown: Unshown;
}

/** What lies on each scene, and how many bytes each tap on the way to it set. */
export async function measureScenes(ground: Ground, scenes: readonly Scene[]): Promise<SceneFindings> {
  const structures: Structure[] = [];
  const taps: number[] = [];
  const counted = new Map<Phone, number>();
  const unshown = await walk(ground, { scenes, looks: LOOKS.slice(0, 1) }, async (phone, { name }) => {
    structures.push({ scene: name, ...(await structureOf(phone.page)) });
    // The last tap on one scene goes on growing while the next scene is opened: it is taken as it is now.
    const bytes = await phone.tapBytes();
    taps.push(...bytes.slice(counted.get(phone) ?? 0));
    counted.set(phone, bytes.length);
  });
  await ground.stage.putAway();
  return { structures, taps, unshown };
}
