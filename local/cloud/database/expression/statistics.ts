import { ACCUMULATORS } from './accumulators';
import { isList, type Value } from '../values/value';
import { argumentsOf } from './arguments';
import type { Operator } from './expression';

/** Accumulators that are also operators: over the elements of one array, or over several arguments. */
const ALSO_OPERATORS = ['$sum', '$avg', '$min', '$max', '$stdDevPop', '$stdDevSamp'];

function statistic(name: string): Operator {
  const start = ACCUMULATORS[name];
  return (operand, compile) => {
    const parts = argumentsOf(operand).map((part) => compile(part));
    return (scope) => {
      const values = parts.map((part) => part(scope));
      const [only] = values;
      const all: readonly (Value | undefined)[] = values.length === 1 && isList(only) ? only : values;
      const accumulator = start?.();
      for (const value of all) accumulator?.add(value);
      return accumulator?.result();
    };
  };
}

/** Sums, averages, bounds and deviations of the values at hand. */
export const STATISTIC_OPERATORS: Readonly<Record<string, Operator>> = Object.fromEntries(
  ALSO_OPERATORS.map((name) => [name, statistic(name)]),
);
