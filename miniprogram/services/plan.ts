import type { BuildingPlan, PlanDirectory } from '@core/contract/guide';
import type { Plan } from '@core/domain/guide/plan';
import { api } from './api';
import { unanswered } from './client-answer';
import type { Refused } from './error-text';

/** The hospital's whole plan as this phone keeps it. Public data: it stays for use without a network. */
export interface KeptPlan extends PlanDirectory, Plan {
  readonly version: string;
  readonly drawings: readonly BuildingPlan['drawings'][number][];
}

type Refreshed = { readonly ok: true; readonly value: KeptPlan } | Refused;

interface Stored {
  readonly version: string;
  readonly waysVersion: string;
  readonly directory: PlanDirectory;
}

const DIRECTORY = 'plan-directory';
const buildingKey = (buildingId: string): string => `plan-building-${buildingId}`;

let inMemory: KeptPlan | null = null;
let underWay: Promise<Refreshed> | null = null;

function stored<T>(key: string): T | null {
  const kept: unknown = wx.getStorageSync(key);
  return typeof kept === 'object' && kept !== null && 'version' in kept ? (kept as T) : null;
}

const joined = ({ version, directory }: Stored, buildings: readonly BuildingPlan[]): KeptPlan => ({
  ...directory,
  version,
  nodes: buildings.flatMap(({ nodes }) => nodes),
  links: buildings.flatMap(({ links }) => links),
  drawings: buildings.flatMap(({ drawings }) => drawings),
});

/** What is kept; null before the first opening with a network, or where a part of it was lost. */
export function planKept(): KeptPlan | null {
  if (inMemory !== null) return inMemory;
  const known = stored<Stored>(DIRECTORY);
  if (known === null) return null;
  const buildings = known.directory.buildings.map(({ buildingId }) =>
    stored<BuildingPlan>(buildingKey(buildingId)),
  );
  const whole = buildings.filter((one) => one?.version === known.waysVersion);
  if (whole.length < buildings.length) return null;
  inMemory = joined(
    known,
    whole.filter((one) => one !== null),
  );
  return inMemory;
}

/**
 * A building whose ways are still the same is not asked for again. Everything is there before anything is written: a lost
 * network leaves the old plan whole.
 */
async function fetchBuildings(next: Stored): Promise<Refreshed> {
  const { waysVersion, directory } = next;
  const buildings: BuildingPlan[] = [];
  for (const { buildingId } of directory.buildings) {
    const kept = stored<BuildingPlan>(buildingKey(buildingId));
    if (kept?.version === waysVersion) {
      buildings.push(kept);
      continue;
    }
    const answer = await api.guide.getBuilding({ buildingId });
    if (!answer.ok) return answer;
    // The hospital changed its plan in this very moment.
    if (answer.value.version !== waysVersion) return unanswered('SERVICE_DOWN');
    buildings.push(answer.value);
  }
  directory.buildings.forEach(({ buildingId }, at) =>
    wx.setStorageSync(buildingKey(buildingId), buildings[at]),
  );
  wx.setStorageSync(DIRECTORY, next);
  inMemory = joined(next, buildings);
  return { ok: true, value: inMemory };
}

async function refresh(): Promise<Refreshed> {
  const kept = planKept();
  const answer = await api.guide.getPlan({ known: kept?.version ?? null });
  if (!answer.ok) return answer;
  const { version, waysVersion, directory } = answer.value;
  if (directory !== null) return fetchBuildings({ version, waysVersion, directory });
  return kept === null ? unanswered('SERVICE_DOWN') : { ok: true, value: kept };
}

/** Brings the kept plan up to date; two askers share one round. */
export function refreshPlan(): Promise<Refreshed> {
  underWay ??= refresh().finally(() => {
    underWay = null;
  });
  return underWay;
}

/** For pages from which one will want the way later, perhaps without a network: fetches in the background. */
export function preparePlan(): void {
  if (inMemory === null) void refreshPlan();
}
