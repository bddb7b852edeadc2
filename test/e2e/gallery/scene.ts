import type { WeChatUser } from '../stage/open-phone';
import type { Phone } from '../stage/phone';
import type { Stage } from '../stage/stage';
import type { Cast } from './cast';

/** The running hospital and the people who are there for every scene. */
export interface Ground {
  readonly stage: Stage;
  readonly cast: Cast;
}

/** One thing to look at: whose phone, which page, and what is tapped until it shows. */
export interface Scene {
  /** Its picture's name: the page first, then what is special, as `cancel-sheet`. */
  readonly name: string;
  /** Whose phone; absent: the patient's. */
  user?(ground: Ground): WeChatUser | Promise<WeChatUser>;
  /** WeChat's own privacy question was not answered yet. */
  readonly privacyOpen?: boolean;
  address(ground: Ground): string | Promise<string>;
  /** The data-testid of what must be seen before the page is measured. */
  readonly sees: string;
  /** Taps after the page is there. */
  then?(phone: Phone, ground: Ground): Promise<void>;
  /**
   * The data-testid of what one came for, which must be on the first screen; absent: any main button. `null` where the
   * page only tells and asks for nothing.
   */
  readonly main?: string | null;
}

/** A page of app.json with the scenes that show it. */
export interface PageScenes {
  /** As in app.json, without the slash in front: `packages/booking/pages/slots/index`. */
  readonly page: string;
  readonly scenes: readonly Scene[];
}

/** Prepares something in the hospital once, however many scenes ask for it. */
export function once<T>(make: (ground: Ground) => Promise<T>): (ground: Ground) => Promise<T> {
  const made = new WeakMap<Stage, Promise<T>>();
  return (ground) => {
    const before = made.get(ground.stage);
    if (before !== undefined) return before;
    const now = make(ground);
    made.set(ground.stage, now);
    return now;
  };
}

export const userOf = async (scene: Scene, ground: Ground): Promise<WeChatUser> =>
  (await scene.user?.(ground)) ?? ground.cast.patient;

/** Brings a phone to a scene. */
export async function enter(phone: Phone, scene: Scene, ground: Ground): Promise<void> {
  await phone.open(await scene.address(ground));
  await phone.sees(phone.find(scene.sees));
  await scene.then?.(phone, ground);
  await phone.still();
}
