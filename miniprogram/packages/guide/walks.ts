import type { Mobility, Place } from '@core/domain/guide/plan';
import { walkFinder, type FindWalk } from '@core/domain/guide/route';
import type { KeptPlan } from '../../services/plan';
import { readingMode } from '../../services/reading-mode';

const STORAGE_KEY = 'way-mobility';

/** Lifts and ramps only: as chosen once, else in elderly mode. */
export function mobility(): Mobility {
  const chosen: unknown = wx.getStorageSync(STORAGE_KEY);
  if (chosen === 'any' || chosen === 'step-free') return chosen;
  return readingMode.get().elderly ? 'step-free' : 'any';
}

export const chooseMobility = (chosen: Mobility): void => wx.setStorageSync(STORAGE_KEY, chosen);

let prepared: { readonly version: string; readonly mobility: Mobility; readonly find: FindWalk } | null =
  null;

/** Ways over a plan; prepared once for each plan and kind of walker. */
export function walksOf(plan: KeptPlan, how: Mobility): FindWalk {
  if (prepared?.version !== plan.version || prepared.mobility !== how)
    prepared = { version: plan.version, mobility: how, find: walkFinder(plan, how) };
  return prepared.find;
}

let lastSeen: string | null = null;

/** Where the person said to be last, while the app is open: near things are listed first. */
export const rememberPosition = (placeId: string): void => {
  lastSeen = placeId;
};

export const positionIn = (plan: KeptPlan): Place | null =>
  plan.places.find(({ placeId }) => placeId === lastSeen) ?? null;
