import type { Finding, HospitalPlan } from '@core/domain/guide/plan';
import { catalogue } from '../_store/catalog';
import { fingerprint } from '../_store/fingerprint';
import { plan } from '../_store/plan';
import { findings } from './findings';

export interface VersionedPlan {
  /** Follows the plan and what of the catalogue is found by it: nothing else in the catalogue changes it. */
  readonly version: string;
  /** Follows the plan alone. */
  readonly waysVersion: string;
  readonly plan: HospitalPlan;
  readonly findings: readonly Finding[];
}

const HASH_CHARACTERS = 16;
const short = (hash: string): string => hash.slice(0, HASH_CHARACTERS);

/** Of the plan and the catalogue that the last call met. */
let last: { readonly of: string; readonly versioned: VersionedPlan } | null = null;

/** The plan and what refers to it, each under the version that changes with it. */
export async function versionedPlan(now: number): Promise<VersionedPlan> {
  const [current, known] = await Promise.all([catalogue.current(now), plan.versioned(now)]);
  const of = `${known.version}-${current.contentHash}`;
  if (last?.of === of) return last.versioned;
  const found = findings(current, known.content);
  const waysVersion = short(known.version);
  const version = `${waysVersion}-${short(fingerprint(found))}`;
  last = { of, versioned: { version, waysVersion, plan: known.content, findings: found } };
  return last.versioned;
}
