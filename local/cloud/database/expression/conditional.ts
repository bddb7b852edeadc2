import { requestFailed } from '../failures';
import { typeName } from '../values/kind';
import { isDocument, isList, type Value } from '../values/value';
import { argumentsOf, namedOperand } from './arguments';
import { bind, isNothing, isTrue, type Compile, type Expression, type Operator } from './expression';
import { variableName } from './field-path';

const CONDITION = ['if', 'then', 'else'];

function conditionParts(operand: Value): readonly Value[] {
  if (isDocument(operand)) {
    const parts = namedOperand('$cond', operand, { required: CONDITION });
    return CONDITION.map((name) => parts[name] ?? null);
  }
  const parts = argumentsOf(operand);
  if (parts.length !== 3) {
    throw requestFailed(`Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`);
  }
  return parts;
}

const cond: Operator = (operand, compile) => {
  const [test, then, otherwise] = conditionParts(operand).map((part) => compile(part));
  return (scope) => (isTrue(test?.(scope)) ? then?.(scope) : otherwise?.(scope));
};

const ifNull: Operator = (operand, compile) => {
  const parts = argumentsOf(operand).map((part) => compile(part));
  if (parts.length < 2) throw requestFailed(`$ifNull needs at least two arguments, had: ${parts.length}`);
  return (scope) => {
    let value: Value | undefined;
    for (const part of parts) {
      value = part(scope);
      if (!isNothing(value)) break;
    }
    return value;
  };
};

function compileBranch(branch: Value, compile: Compile): readonly [Expression, Expression] {
  if (!isDocument(branch))
    throw requestFailed(`$switch expected each branch to be an object, found: ${typeName(branch)}`);
  const unknown = Object.keys(branch).find((key) => key !== 'case' && key !== 'then');
  if (unknown !== undefined) throw requestFailed(`$switch found an unknown argument to a branch: ${unknown}`);
  const { case: test, then } = branch;
  if (test === undefined) throw requestFailed("$switch requires each branch have a 'case' expression");
  if (then === undefined) throw requestFailed("$switch requires each branch have a 'then' expression.");
  return [compile(test), compile(then)];
}

const choose: Operator = (operand, compile) => {
  if (!isDocument(operand)) {
    throw requestFailed(`$switch requires an object as an argument, found: ${typeName(operand)}`);
  }
  const unknown = Object.keys(operand).find((key) => key !== 'branches' && key !== 'default');
  if (unknown !== undefined) throw requestFailed(`$switch found an unknown argument: ${unknown}`);
  const { branches = [], default: fallback } = operand;
  if (!isList(branches))
    throw requestFailed(`$switch expected an array for 'branches', found: ${typeName(branches)}`);
  if (branches.length === 0) throw requestFailed('$switch requires at least one branch.');
  const cases = branches.map((branch) => compileBranch(branch, compile));
  const otherwise = fallback === undefined ? undefined : compile(fallback);
  return (scope) => {
    for (const [test, then] of cases) if (isTrue(test(scope))) return then(scope);
    if (otherwise !== undefined) return otherwise(scope);
    throw requestFailed(
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
};

const declare: Operator = (operand, compile) => {
  const { vars = null, in: body = null } = namedOperand('$let', operand, { required: ['vars', 'in'] });
  if (!isDocument(vars)) throw requestFailed(`invalid parameter: expected an object (vars)`);
  const variables = Object.entries(vars).map(([name, raw]) => [variableName(name), compile(raw)] as const);
  const evaluate = compile(body, ...variables.map(([name]) => name));
  return (scope) => {
    let inner = scope;
    for (const [name, value] of variables) inner = bind(inner, name, value(scope));
    return evaluate(inner);
  };
};

/** Operators that choose what is evaluated, `$let`, and `$literal`, which evaluates nothing. */
export const CONDITIONAL_OPERATORS: Readonly<Record<string, Operator>> = {
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
  $let: declare,
  $literal: (operand) => () => operand,
};
