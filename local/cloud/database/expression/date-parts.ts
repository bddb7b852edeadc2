import { ObjectId } from 'bson';
import { requestFailed } from '../failures';
import { isDocument, type Value } from '../values/value';
import { argumentsOf, typeOf } from './arguments';
import { calendarOf, type Calendar } from './calendar';
import { isNothing, type Operator } from './expression';
import { zoneOf } from './zone';

/** The instant of a date, or of the moment an ObjectId was made. */
export function instantOfValue(value: Value): number {
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.getTimestamp().getTime();
  throw requestFailed(`can't convert from BSON type ${typeOf(value)} to Date`);
}

function operandOf(name: string, operand: Value): { date: Value; timezone: Value | undefined } {
  if (isDocument(operand) && !Object.keys(operand).some((key) => key.startsWith('$'))) {
    const unknown = Object.keys(operand).find((key) => key !== 'date' && key !== 'timezone');
    if (unknown !== undefined) throw requestFailed(`unrecognized option to ${name}: "${unknown}"`);
    const { date, timezone } = operand;
    if (date === undefined) throw requestFailed(`missing 'date' argument to ${name}, provided: ${name}`);
    return { date, timezone };
  }
  const parts = argumentsOf(operand);
  const [date = null] = parts;
  if (parts.length !== 1)
    throw requestFailed(
      `${name} accepts exactly one argument if given an array, but was given ${parts.length}`,
    );
  return { date, timezone: undefined };
}

/** An operator that reads one field of a date, in UTC unless it names a zone. */
function part(name: string, read: (calendar: Calendar) => number): Operator {
  return (operand, compile) => {
    const { date, timezone } = operandOf(name, operand);
    const evaluate = compile(date);
    const zone = timezone === undefined ? undefined : compile(timezone);
    return (scope) => {
      const value = evaluate(scope);
      const zoneName = zone === undefined ? undefined : (zone(scope) ?? null);
      if (isNothing(value) || zoneName === null) return null;
      const instant = instantOfValue(value);
      return read(calendarOf(instant + zoneOf(zoneName)(instant)));
    };
  };
}

/** Operators that take one field out of a date. */
export const DATE_PART_OPERATORS: Readonly<Record<string, Operator>> = {
  $year: part('$year', (date) => date.year),
  $month: part('$month', (date) => date.month),
  $dayOfMonth: part('$dayOfMonth', (date) => date.day),
  $dayOfWeek: part('$dayOfWeek', (date) => date.dayOfWeek),
  $dayOfYear: part('$dayOfYear', (date) => date.dayOfYear),
  $hour: part('$hour', (date) => date.hour),
  $minute: part('$minute', (date) => date.minute),
  $second: part('$second', (date) => date.second),
  $millisecond: part('$millisecond', (date) => date.millisecond),
  $week: part('$week', (date) => date.week),
  $isoDayOfWeek: part('$isoDayOfWeek', (date) => date.isoDayOfWeek),
  $isoWeek: part('$isoWeek', (date) => date.isoWeek),
  $isoWeekYear: part('$isoWeekYear', (date) => date.isoWeekYear),
};
