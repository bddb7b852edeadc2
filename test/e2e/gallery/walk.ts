import type { WeChatUser } from '../stage/open-phone';
import type { Phone } from '../stage/phone';
import { ELDERLY, layoutFaults, NORMAL } from './layout-probe';
import { photograph } from './photograph';
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

const titleOf = ({ width, height, elderly }: Look): string =>
  `${String(width)}×${String(height)}${elderly ? ' for the elderly' : ''}`;

/** Changes a phone under a page that stays open, as turning the switch does. */
export async function change({ page }: Phone, { width, height, elderly }: Look): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(
    (mode) => {
      const here = window as unknown as {
        wx: { setStorageSync(key: string, value: string): void };
        getApp(): { onShow(): void };
      };
      here.wx.setStorageSync('reading-mode', mode);
      here.getApp().onShow();
    },
    elderly ? 'elderly' : 'normal',
  );
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

/** What is wrong with each scene; behind each fault the looks that have it, where not all do. */
export type Offenders = Record<string, readonly string[]>;

interface Cast {
  readonly user: WeChatUser;
  readonly privacyOpen: boolean;
  readonly scenes: Scene[];
}

/** Scenes of the same phone follow each other, so that few phones are opened. */
async function byPhone(scenes: readonly Scene[], ground: Ground): Promise<Cast[]> {
  const phones = new Map<string, Cast>();
  for (const scene of scenes) {
    const user = await userOf(scene, ground);
    const privacyOpen = scene.privacyOpen ?? false;
    const key = `${user.openid} ${String(privacyOpen)}`;
    const known = phones.get(key) ?? { user, privacyOpen, scenes: [] };
    known.scenes.push(scene);
    phones.set(key, known);
  }
  return [...phones.values()];
}

interface Walk {
  readonly scenes: readonly Scene[];
  readonly looks: readonly Look[];
  /** Pictures of everything, for people to look at. */
  readonly pictures: boolean;
}

async function look(phone: Phone, scene: Scene, { looks, pictures }: Walk): Promise<readonly string[]> {
  const found = new Map<string, string[]>();
  for (const one of looks) {
    await change(phone, one);
    await phone.still();
    const limits = one.elderly ? ELDERLY : NORMAL;
    const faults = await layoutFaults(phone.page, { limits, main: scene.main });
    for (const fault of faults) found.set(fault, [...(found.get(fault) ?? []), titleOf(one)]);
    if (pictures) await photograph(phone, `${titleOf(one)}/${scene.name}`);
  }
  return [...found].map(([fault, where]) =>
    where.length === looks.length ? fault : `${fault} (${where.join(', ')})`,
  );
}

/** Shows every scene on every kind of phone and names what is wrong with it. */
export async function walk(ground: Ground, wanted: Walk): Promise<Offenders> {
  const [first] = wanted.looks;
  if (first === undefined) return {};
  const found: Offenders = {};
  for (const { user, privacyOpen, scenes } of await byPhone(wanted.scenes, ground)) {
    const phone = await ground.stage.phone({ user, privacyAgreed: !privacyOpen });
    for (const scene of scenes) {
      await change(phone, first);
      try {
        await enter(phone, scene, ground);
        const faults = await look(phone, scene, wanted);
        if (faults.length > 0) found[scene.name] = faults;
      } catch (thrown) {
        found[scene.name] = [`could not be shown: ${String(thrown).split('\n')[0] ?? ''}`];
      }
    }
  }
  return found;
}
