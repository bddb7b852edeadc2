import type { LaboratoryItem } from '../catalogue';
import type { Comparator, ResultContent } from '../report';
import type { ReasonCode } from './reasons';
import type { Observation, Quantity } from './resources';
import { sameUnit } from './units';

export type Value = Pick<ResultContent, 'value' | 'comparator' | 'text' | 'unit'>;

const COMPARATORS: readonly string[] = ['<', '<=', '>=', '>'] satisfies Comparator[];
/** No value of the catalogue's items is above it in their units, chorionic gonadotropin included. */
const LARGEST = 10_000_000;

/** What was measured or seen, or why that cannot be told. */
export function valueOf(observation: Observation, item: LaboratoryItem | null): Value | ReasonCode {
  const { valueQuantity, valueString, valueCodeableConcept } = observation;
  if (valueQuantity?.value !== undefined) return numberOf(valueQuantity, item);
  const text = valueString ?? valueCodeableConcept?.text ?? valueCodeableConcept?.coding?.[0]?.display ?? '';
  if (text.trim() === '') return 'RESULT_WITHOUT_VALUE';
  return numberInWords(text, item) ?? wordsOf(text);
}

const wordsOf = (text: string): Value => ({ value: null, comparator: null, text: text.trim(), unit: '' });

function numberOf(quantity: Quantity, item: LaboratoryItem | null): Value | ReasonCode {
  const { value = Number.NaN, comparator } = quantity;
  const unit = quantity.unit ?? quantity.code ?? '';
  if (!isPlausible(value, item)) return 'IMPLAUSIBLE';
  if (item && (item.usualWords.length > 0 || !sameUnit(unit, item.unit))) return 'UNIT_MISMATCH';
  if (comparator !== undefined && !COMPARATORS.includes(comparator)) return 'IMPLAUSIBLE';
  return {
    value,
    comparator: (comparator as Comparator | undefined) ?? null,
    text: null,
    unit: item?.unit ?? unit.slice(0, 20),
  };
}

/** Nothing in the catalogue is less than nothing; elsewhere there is, e.g. a base excess. */
const isPlausible = (value: number, item: LaboratoryItem | null): boolean =>
  Number.isFinite(value) && (item === null || (value >= 0 && value <= LARGEST));

const NUMBER = /^([<>]=?|[≤≥])?(\d+(?:\.\d+)?)(.*)$/;
const SIGNS: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=' };

/**
 * `<0.01 mIU/L` written as words is a number all the same: taken for words, it would pass every limit. Null for what is
 * meant as words; of an item with critical limits nothing with digits is.
 */
function numberInWords(text: string, item: LaboratoryItem | null): Value | ReasonCode | null {
  if (!item || item.usualWords.length > 0) return null;
  const written = text.normalize('NFKC').replace(/\s+/g, '');
  const [, sign, digits, unit = ''] = NUMBER.exec(written) ?? [];
  if (digits !== undefined && sameUnit(unit, item.unit))
    return numberOf({ value: Number(digits), unit, comparator: sign && (SIGNS[sign] ?? sign) }, item);
  if (item.critical.length === 0 || !/\d/.test(written)) return null;
  return digits === undefined ? 'IMPLAUSIBLE' : 'UNIT_MISMATCH';
}
