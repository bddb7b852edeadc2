import type { LaboratoryCatalogue, LaboratoryItem } from '../catalogue';
import type { Bounds, Comparator, ResultContent, ResultLevel } from '../report';
import { reason, type Reason } from './reasons';
import { SYSTEMS, type Observation, type Quantity } from './resources';
import { sameUnit } from './units';

const LOINC = /^(?:https?:\/\/loinc\.org\/?|urn:oid:2\.16\.840\.1\.113883\.6\.1)$/;
/** Observation statuses of a value that somebody vouches for. */
const FINISHED: ReadonlySet<string> = new Set(['final', 'amended', 'corrected']);
const COMPARATORS: readonly string[] = ['<', '<=', '>=', '>'] satisfies Comparator[];
/** No laboratory value is above it in the units of the catalogue, chorionic gonadotropin included. */
const LARGEST = 10_000_000;

/** Codes of v3 ObservationInterpretation. */
const LEVELS: Readonly<Record<string, ResultLevel>> = {
  LL: 'critical-low',
  L: 'low',
  N: 'normal',
  H: 'high',
  HH: 'critical-high',
  A: 'abnormal',
  AA: 'critical',
  POS: 'abnormal',
  NEG: 'normal',
};

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
  const bounds = boundsOf(observation);
  const flag = flagOf(observation);
  if (!item && !bounds && !flag) return reason('UNKNOWN_ITEM', name);
  const value = valueOf(observation, item);
  if ('code' in value) return reason(value.code, name);
  const code = item?.code ?? observation.code?.coding?.[0]?.code ?? name;
  return { code: code.slice(0, 60), name: name.slice(0, 60), ...value, bounds, flag };
}

type Value = Pick<ResultContent, 'value' | 'comparator' | 'text' | 'unit'>;

function valueOf(observation: Observation, item: LaboratoryItem | null): Value | Pick<Reason, 'code'> {
  const { valueQuantity, valueString, valueCodeableConcept } = observation;
  if (valueQuantity?.value !== undefined) return numberOf(valueQuantity, item);
  const text = valueString ?? valueCodeableConcept?.text ?? valueCodeableConcept?.coding?.[0]?.display ?? '';
  if (text.trim() === '') return { code: 'RESULT_WITHOUT_VALUE' };
  return { value: null, comparator: null, text: text.trim().slice(0, 200), unit: '' };
}

function numberOf(quantity: Quantity, item: LaboratoryItem | null): Value | Pick<Reason, 'code'> {
  const { value = Number.NaN, comparator, unit = '' } = quantity;
  if (!Number.isFinite(value) || value < 0 || value > LARGEST) return { code: 'IMPLAUSIBLE' };
  if (item && (item.usualWords.length > 0 || !sameUnit(unit, item.unit))) return { code: 'UNIT_MISMATCH' };
  if (comparator !== undefined && !COMPARATORS.includes(comparator)) return { code: 'IMPLAUSIBLE' };
  return {
    value,
    comparator: (comparator as Comparator | undefined) ?? null,
    text: null,
    unit: item?.unit ?? unit.slice(0, 20),
  };
}

function boundsOf({ referenceRange }: Observation): Bounds | null {
  const [first] = referenceRange ?? [];
  const [low, high] = [first?.low?.value ?? null, first?.high?.value ?? null];
  return low === null && high === null ? null : { low, high };
}

function flagOf({ interpretation }: Observation): ResultLevel | null {
  for (const { coding = [] } of interpretation ?? [])
    for (const { code = '' } of coding) {
      const level = LEVELS[code];
      if (level) return level;
    }
  return null;
}
