import { CloudError } from '../../protocol/cloud-error';
import { requestFailed } from '../failures';
import { show } from '../values/show';
import type { Document, Value } from '../values/value';
import { named, typeOf } from './arguments';
import { calendarOf, isoYearStart, midnight } from './calendar';
import { formatDate } from './date-format';
import { parseDate } from './date-parse';
import { DATE_PART_OPERATORS, instantOfValue } from './date-parts';
import { isNothing, type Operator } from './expression';
import { instantOf, zoneOf } from './zone';

type Values = Readonly<Record<string, Value | undefined>>;

/** What `$dateToString` writes when it is given no format: local time without a zone, UTC with its Z. */
const DEFAULT_FORMAT = '%Y-%m-%dT%H:%M:%S.%L';

/** Whether a zone is asked for and comes to nothing, which makes the whole answer null. */
function lacksZone({ timezone }: Values, given: ReadonlySet<string>): boolean {
  return given.has('timezone') && isNothing(timezone);
}

const toText = named(
  '$dateToString',
  { required: ['date'], optional: ['format', 'timezone', 'onNull'] },
  (values, given) => {
    const { date, format, timezone, onNull } = values;
    if (isNothing(date)) return given.has('onNull') ? onNull : null;
    if (lacksZone(values, given) || (given.has('format') && isNothing(format))) return null;
    if (!isNothing(format) && typeof format !== 'string')
      throw requestFailed(`$dateToString requires that 'format' be a string, found: ${typeOf(format)}`);
    const instant = instantOfValue(date);
    const usual = given.has('timezone') ? DEFAULT_FORMAT : `${DEFAULT_FORMAT}Z`;
    return formatDate(instant, zoneOf(timezone)(instant), format ?? usual);
  },
);

const toParts = named(
  '$dateToParts',
  { required: ['date'], optional: ['timezone', 'iso8601'] },
  (values, given): Document | null => {
    const { date, timezone, iso8601 = false } = values;
    if (isNothing(date) || lacksZone(values, given) || iso8601 === null) return null;
    if (typeof iso8601 !== 'boolean')
      throw requestFailed(`iso8601 must evaluate to a bool, found ${typeOf(iso8601)}`);
    const instant = instantOfValue(date);
    const found = calendarOf(instant + zoneOf(timezone)(instant));
    const { hour, minute, second, millisecond } = found;
    const { isoWeekYear, isoWeek, isoDayOfWeek, year, month, day } = found;
    const days = iso8601 ? { isoWeekYear, isoWeek, isoDayOfWeek } : { year, month, day };
    return { ...days, hour, minute, second, millisecond };
  },
);

const WEEK_PARTS = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];
const DAY_PARTS = ['year', 'month', 'day'];
const TIME_PARTS = ['hour', 'minute', 'second', 'millisecond'];

function partsReader(values: Values) {
  return (name: string, otherwise: number): number => {
    const value = values[name];
    if (value === undefined) return otherwise;
    if (typeof value !== 'number' || !Number.isInteger(value))
      throw requestFailed(
        `'${name}' must evaluate to an integer, found ${typeOf(value)} with value ${show(value)}`,
      );
    return value;
  };
}

const fromParts = named(
  '$dateFromParts',
  { required: [], optional: [...WEEK_PARTS, ...DAY_PARTS, ...TIME_PARTS, 'timezone'] },
  (values, given) => {
    const byWeek = given.has('isoWeekYear');
    if (!byWeek && !given.has('year'))
      throw requestFailed("$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
    if ((byWeek ? DAY_PARTS : WEEK_PARTS).some((name) => given.has(name)))
      throw requestFailed('$dateFromParts does not allow mixing natural dates with ISO dates');
    if ([...given].some((name) => isNothing(values[name]))) return null;
    const read = partsReader(values);
    const year = read(byWeek ? 'isoWeekYear' : 'year', 1970);
    if (year < 1 || year > 9999)
      throw requestFailed(
        `'${byWeek ? 'isoWeekYear' : 'year'}' must evaluate to an integer in the range 1 to 9999, found ${year}`,
      );
    const day = byWeek
      ? isoYearStart(year) + ((read('isoWeek', 1) - 1) * 7 + read('isoDayOfWeek', 1) - 1) * 86_400_000
      : midnight(year, read('month', 1), read('day', 1));
    const time = ((read('hour', 0) * 60 + read('minute', 0)) * 60 + read('second', 0)) * 1000;
    return new Date(instantOf(day + time + read('millisecond', 0), zoneOf(values['timezone'])));
  },
);

const fromText = named(
  '$dateFromString',
  { required: ['dateString'], optional: ['format', 'timezone', 'onError', 'onNull'] },
  (values, given) => {
    const { dateString: text, format, timezone, onError, onNull } = values;
    if (isNothing(text)) return given.has('onNull') ? onNull : null;
    if (lacksZone(values, given) || (given.has('format') && isNothing(format))) return null;
    if (!isNothing(format) && typeof format !== 'string')
      throw requestFailed(`$dateFromString requires that 'format' be a string, found: ${typeOf(format)}`);
    try {
      if (typeof text !== 'string')
        throw requestFailed(`$dateFromString requires that 'dateString' be a string, found: ${typeOf(text)}`);
      return new Date(
        parseDate(text, format ?? undefined, given.has('timezone') ? zoneOf(timezone) : undefined),
      );
    } catch (error) {
      if (given.has('onError') && error instanceof CloudError) return onError;
      throw error;
    }
  },
);

/** Operators on dates. */
export const DATE_OPERATORS: Readonly<Record<string, Operator>> = {
  ...DATE_PART_OPERATORS,
  $dateToString: toText,
  $dateToParts: toParts,
  $dateFromParts: fromParts,
  $dateFromString: fromText,
};
