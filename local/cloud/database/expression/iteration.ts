import { requestFailed } from '../failures';
import { show } from '../values/show';
import { isList, type Value } from '../values/value';
import { namedOperand, typeOf } from './arguments';
import { bind, isNothing, isTrue, type Operator } from './expression';
import { variableName } from './field-path';

/** The variable that stands for the element where `as` is left out. */
const ELEMENT = 'this';

function elementsOf(name: string, value: Value | undefined): readonly Value[] | undefined {
  if (isNothing(value)) return undefined;
  if (!isList(value)) throw requestFailed(`input to ${name} must be an array not ${typeOf(value)}`);
  return value;
}

const filter: Operator = (operand, compile) => {
  const {
    input = null,
    as,
    cond = null,
  } = namedOperand('$filter', operand, {
    required: ['input', 'cond'],
    optional: ['as'],
  });
  const name = as === undefined ? ELEMENT : variableName(as);
  const list = compile(input);
  const keep = compile(cond, name);
  return (scope) =>
    elementsOf('$filter', list(scope))?.filter((element) => isTrue(keep(bind(scope, name, element)))) ?? null;
};

const map: Operator = (operand, compile) => {
  const {
    input = null,
    as,
    in: body = null,
  } = namedOperand('$map', operand, {
    required: ['input', 'in'],
    optional: ['as'],
  });
  const name = as === undefined ? ELEMENT : variableName(as);
  const list = compile(input);
  const evaluate = compile(body, name);
  return (scope) =>
    elementsOf('$map', list(scope))?.map((element) => evaluate(bind(scope, name, element)) ?? null) ?? null;
};

const reduce: Operator = (operand, compile) => {
  const {
    input = null,
    initialValue = null,
    in: body = null,
  } = namedOperand('$reduce', operand, {
    required: ['input', 'initialValue', 'in'],
  });
  const list = compile(input);
  const start = compile(initialValue);
  const step = compile(body, ELEMENT, 'value');
  return (scope) => {
    const elements = list(scope);
    if (isNothing(elements)) return null;
    if (!isList(elements))
      throw requestFailed(`$reduce requires that 'input' be an array, found: ${show(elements)}`);
    return elements.reduce<Value | undefined>(
      (value, element) => step(bind(bind(scope, ELEMENT, element), 'value', value)),
      start(scope),
    );
  };
};

function zipLists(lists: readonly Value[]): (readonly Value[])[] | undefined {
  if (lists.some(isNothing)) return undefined;
  return lists.map((list) => {
    if (!isList(list)) throw requestFailed(`$zip found a non-array expression in input: ${show(list)}`);
    return list;
  });
}

const zip: Operator = (operand, compile) => {
  const {
    inputs = null,
    defaults,
    useLongestLength = false,
  } = namedOperand('$zip', operand, {
    required: ['inputs'],
    optional: ['defaults', 'useLongestLength'],
  });
  if (!isList(inputs)) throw requestFailed('inputs must be an array of expressions, found ' + typeOf(inputs));
  if (inputs.length === 0) throw requestFailed('$zip requires at least one input array');
  if (typeof useLongestLength !== 'boolean')
    throw requestFailed(`useLongestLength must be a bool, found ${typeOf(useLongestLength)}`);
  if (defaults !== undefined && !useLongestLength)
    throw requestFailed('cannot specify defaults unless useLongestLength is true');
  if (defaults !== undefined && (!isList(defaults) || defaults.length !== inputs.length))
    throw requestFailed('defaults and inputs must have the same length');
  const parts = inputs.map((input) => compile(input));
  const fillers = isList(defaults) ? defaults.map((one) => compile(one)) : [];
  return (scope) => {
    const lists = zipLists(parts.map((part) => part(scope) ?? null));
    if (lists === undefined) return null;
    const lengths = lists.map((list) => list.length);
    const length = useLongestLength ? Math.max(...lengths) : Math.min(...lengths);
    const filler = fillers.map((one) => one(scope) ?? null);
    return Array.from({ length }, (_, at) => lists.map((list, which) => list[at] ?? filler[which] ?? null));
  };
};

/** Operators that evaluate an expression for each element of an array. */
export const ITERATION_OPERATORS: Readonly<Record<string, Operator>> = {
  $filter: filter,
  $map: map,
  $reduce: reduce,
  $zip: zip,
};
