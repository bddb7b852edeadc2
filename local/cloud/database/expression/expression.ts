import type { Value } from '../values/value';

/** A variable of `$let`, `$map`, `$lookup` and the like, and the variables around it. */
export interface Variables {
  readonly name: string;
  readonly value: Value | undefined;
  readonly outer: Variables | undefined;
}

/** What an expression sees while it is evaluated. */
export interface Scope {
  /** The document, `$$ROOT`. */
  readonly root: Value | undefined;
  readonly variables: Variables | undefined;
}

/** A compiled aggregation expression; undefined is "missing", which is not null. */
export type Expression = (scope: Scope) => Value | undefined;

/** Compiles an operand; `names` are variables that it may use beside those known already. */
export type Compile = (raw: Value, ...names: string[]) => Expression;

/** Reads the operand of one operator and answers what evaluates it. */
export type Operator = (operand: Value, compile: Compile) => Expression;

/** The same scope with one more variable. */
export function bind(scope: Scope, name: string, value: Value | undefined): Scope {
  return { root: scope.root, variables: { name, value, outer: scope.variables } };
}

/** Whether a value is null or missing, which most operators answer with null. */
export function isNothing(value: Value | undefined): value is null | undefined {
  return value === undefined || value === null;
}

/** Only false, null, missing and zero are false. */
export function isTrue(value: Value | undefined): boolean {
  return value !== false && value !== 0 && !isNothing(value);
}
