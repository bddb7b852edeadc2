import { readFileSync } from 'node:fs';
import type { FaultName } from '../../../local/cloud/faults/faults';
import type { Scene } from './scene';
import { pages } from './scenes';

/** Pages that ask the hospital for nothing when they open: there is nothing to wait for and nothing that can fail. */
const ASKS_NOTHING: Readonly<Record<string, string>> = {
  'pages/triage/index': 'the guide runs on the phone; cards are a convenience',
  'pages/emergency/index': 'what cannot wait must not wait',
  'packages/triage/pages/complaints/index': 'the complaints are part of the mini program',
  'packages/staff/pages/window/index': 'a form: a patient is looked for by number',
  'packages/staff/pages/desk-file/index': 'a form: a file is pasted',
};

/** Where a page's first scene is about nobody, or is reached by taps, the one that shows what the page is for. */
const TYPICAL: Readonly<Record<string, string>> = {
  'pages/home/index': 'home',
  'pages/visits/index': 'visits',
  'pages/me/index': 'me',
  'packages/triage/pages/answer/index': 'triage-unsaid',
};

/** Public data that the mini program also keeps in memory: only a page of a closed and opened one has none. */
const REMEMBERED = new Set(['packages/guide/', 'pages/departments/']);

/** What says that a page shows something from before, where it is no line of `yl-state`; null where it asks nothing. */
const STALE: Readonly<Record<string, string | null>> = {
  'pages/home/index': 'home-next-unknown',
  'packages/visit/pages/pass/index': 'pass-kept',
  // Its lists are on other tabs; the person at the desk stays as found.
  'packages/staff/pages/nurse/index': null,
};

export interface Opened {
  readonly page: string;
  readonly scene: Scene;
  readonly asks: boolean;
  readonly isRemembered: boolean;
  /** A finger can pull it down to look again. */
  readonly isPulled: boolean;
  readonly stale: string | null;
  /** How the hospital fails it. */
  readonly fault: FaultName;
}

const FAULTS: readonly FaultName[] = ['function-fail', 'timeout-before', 'quota'];
/** A database that fails is said at once; the others are tried once more first, which takes a while. */
const faultOf = (index: number): FaultName =>
  (index % 7 === 0 ? FAULTS[(index / 7) % FAULTS.length] : undefined) ?? 'database-fail';

function isPulled(page: string): boolean {
  const config = JSON.parse(readFileSync(`miniprogram/${page}.json`, 'utf8')) as {
    enablePullDownRefresh?: boolean;
  };
  return config.enablePullDownRefresh === true;
}

/** Every page with the scene in which it is opened. */
export const openedPages: readonly Opened[] = pages.map(({ page, scenes }, index) => {
  const scene = scenes.find(({ name }) => name === TYPICAL[page]) ?? scenes[0];
  if (scene === undefined) throw new Error(`${page} has no scene`);
  const isRemembered = [...REMEMBERED].some((part) => page.startsWith(part));
  return {
    page,
    scene,
    asks: !(page in ASKS_NOTHING),
    isRemembered,
    isPulled: isPulled(page),
    stale: page in STALE ? (STALE[page] ?? null) : 'state-stale',
    // What everybody may know is remembered by the functions, too: their database need not be asked.
    fault: isRemembered ? 'function-fail' : faultOf(index),
  };
});
