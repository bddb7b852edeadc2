import type { LaboratoryCatalogue, LaboratoryItem } from '../catalogue';
import type { Bounds, ResultContent, ResultLevel } from '../report';
import { valueOf } from './read-value';
import { reason, type Reason, type ReasonCode } from './reasons';
import { SYSTEMS, type Concept, type Observation, type Quantity } from './resources';
import { sameUnit } from './units';

const LOINC = /^(?:https?:\/\/loinc\.org\/?|urn:oid:2\.16\.840\.1\.113883\.6\.1)$/;
/** Observation statuses of a value that somebody vouches for. */
const FINISHED: ReadonlySet<string> = new Set(['final', 'amended', 'corrected']);

/** Codes of v3 ObservationInterpretation. */
const LEVELS: ReadonlyMap<string, ResultLevel> = new Map([
  ['LL', 'critical-low'],
  ['L', 'low'],
  ['N', 'normal'],
  ['H', 'high'],
  ['HH', 'critical-high'],
  ['A', 'abnormal'],
  ['AA', 'critical'],
]);
/** They say what was found, not whether it is as usual: a positive Rh factor is. Only where no table knows better. */
const FOUND: ReadonlyMap<string, ResultLevel> = new Map([
  ['POS', 'abnormal'],
  ['NEG', 'normal'],
]);

/** The catalogue's item that an observation is about. */
export function itemOf(observation: Observation, catalogue: LaboratoryCatalogue): LaboratoryItem | null {
  for (const { system = '', code } of observation.code?.coding ?? []) {
    const found = catalogue.items.find((item) =>
      LOINC.test(system) ? item.loinc === code : system === SYSTEMS.laboratoryItem && item.code === code,
    );
    if (found) return found;
  }
  return null;
}

/** One result, or why it is none. */
export function readResult(
  observation: Observation,
  catalogue: LaboratoryCatalogue,
  finalReport: boolean,
): ResultContent | Reason {
  const item = itemOf(observation, catalogue);
  const name = item?.name ?? observation.code?.text ?? observation.code?.coding?.[0]?.display ?? '';
  if (name === '') return reason('UNKNOWN_ITEM', null);
  if (finalReport && !FINISHED.has(observation.status ?? '')) return reason('RESULT_UNFINISHED', name);
  const value = valueOf(observation, item);
  if (typeof value === 'string') return reason(value, name);
  const bounds = boundsOf(observation, value.unit);
  if (typeof bounds === 'string') return reason(bounds, name);
  const flag = flagOf(observation, item);
  if (!item && !bounds && !flag) return reason('UNKNOWN_ITEM', name);
  return { code: codeOf(observation, item, name), name: name.slice(0, 60), ...value, bounds, flag };
}

/** A foreign code is marked as one: it may be spelt like one of the catalogue's and mean something else. */
function codeOf({ code }: Observation, item: LaboratoryItem | null, name: string): string {
  return item?.code ?? `other:${code?.coding?.[0]?.code ?? name}`.slice(0, 60);
}

const isUsual = (type: Concept | undefined): boolean =>
  type === undefined || (type.coding ?? []).some(({ code }) => code === 'normal');

/** The laboratory's own range; null where it gave none, or several of which nothing says which one is meant. */
function boundsOf({ referenceRange = [] }: Observation, unit: string): Bounds | null | ReasonCode {
  const [range, second] = referenceRange.filter(({ type }) => isUsual(type));
  if (!range || second) return null;
  const { low, high } = range;
  if (![low, high].every((bound) => isIn(unit, bound))) return 'UNIT_MISMATCH';
  const bounds = { low: low?.value ?? null, high: high?.value ?? null };
  if (bounds.low === null && bounds.high === null) return null;
  return bounds.low !== null && bounds.high !== null && bounds.low > bounds.high ? 'IMPLAUSIBLE' : bounds;
}

/** A bound without a unit is in its value's; results in words have none. */
function isIn(unit: string, bound: Quantity | undefined): boolean {
  const own = bound?.unit ?? bound?.code;
  return own === undefined || unit === '' || sameUnit(own, unit);
}

function flagOf({ interpretation }: Observation, item: LaboratoryItem | null): ResultLevel | null {
  for (const { coding = [] } of interpretation ?? [])
    for (const { code = '' } of coding) {
      const level = LEVELS.get(code) ?? (item ? undefined : FOUND.get(code));
      if (level) return level;
    }
  return null;
}
