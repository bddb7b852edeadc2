import type { HospitalPlan } from '@core/domain/guide/plan';
import { catalogue, type Catalogue } from '../_store/catalog';
import { plan } from '../_store/plan';

export interface VersionedPlan {
  /** Follows the plan and the catalogue, whose doctors and clinics are found by it. */
  readonly version: string;
  readonly plan: HospitalPlan;
  readonly catalogue: Catalogue;
}

const HASH_CHARACTERS = 16;

/** The plan and what refers to it, under one version. */
export async function versionedPlan(now: number): Promise<VersionedPlan> {
  const [current, known] = await Promise.all([catalogue.current(now), plan.versioned(now)]);
  const parts = [known.version, current.contentHash].map((hash) => hash.slice(0, HASH_CHARACTERS));
  return { version: parts.join('-'), plan: known.content, catalogue: current };
}
