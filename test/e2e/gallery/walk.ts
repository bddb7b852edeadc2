import { still } from '../../local/preview/until';
import type { WeChatUser } from '../stage/open-phone';
import type { Phone } from '../stage/phone';
import { enter, userOf, type Ground, type Scene } from './scene';

/** A phone's size and the size of its type. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly elderly: boolean;
}

const LARGE = { width: 390, height: 844 };
const SMALL = { width: 320, height: 568 };

/** In this order one thing changes from each to the next. */
export const LOOKS: readonly Look[] = [
  { ...LARGE, elderly: false },
  { ...SMALL, elderly: false },
  { ...SMALL, elderly: true },
  { ...LARGE, elderly: true },
];

/** Changes a phone under a page that stays open, as turning the switch does. */
export async function change({ page }: Phone, { width, height, elderly }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  const mode = elderly ? 'elderly' : 'normal';
  await page.evaluate(`wx.setStorageSync("reading-mode", "${mode}"); getApp().onShow()`);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** Scenes that could not be shown, and why. */
export type Unshown = Record<string, readonly string[]>;

interface Cast {
  readonly user: WeChatUser;
  readonly privacyOpen: boolean;
  readonly scenes: Scene[];
}

const because = (thrown: unknown): string[] => [`could not be shown: ${String(thrown).split('\n')[0] ?? ''}`];

/** Scenes of the same phone follow each other, so that few phones are opened. */
async function byPhone(scenes: readonly Scene[], ground: Ground, unshown: Unshown): Promise<Cast[]> {
  const phones = new Map<string, Cast>();
  for (const scene of scenes) {
    const user = await userOf(scene, ground).catch((thrown: unknown) => {
      unshown[scene.name] = because(thrown);
      return null;
    });
    if (user === null) continue;
    const privacyOpen = scene.privacyOpen ?? false;
    const key = `${user.openid} ${String(privacyOpen)}`;
    const known = phones.get(key) ?? { user, privacyOpen, scenes: [] };
    known.scenes.push(scene);
    phones.set(key, known);
  }
  return [...phones.values()];
}

export interface Walk {
  readonly scenes: readonly Scene[];
  readonly looks: readonly Look[];
}

type See = (phone: Phone, scene: Scene, look: Look) => Promise<void>;

/** Shows every scene on every kind of phone: opened once, then changed from look to look. */
export async function walk(ground: Ground, { scenes, looks }: Walk, see: See): Promise<Unshown> {
  const unshown: Unshown = {};
  for (const cast of await byPhone(scenes, ground, unshown)) {
    const phone = await ground.stage.phone({ user: cast.user, privacyAgreed: !cast.privacyOpen });
    for (const scene of cast.scenes) {
      const [first] = looks;
      if (first) await change(phone, first);
      try {
        await enter(phone, scene, ground);
        for (const look of looks) {
          await change(phone, look);
          await still(phone.page);
          await see(phone, scene, look);
        }
      } catch (thrown) {
        unshown[scene.name] = because(thrown);
      }
    }
  }
  return unshown;
}
