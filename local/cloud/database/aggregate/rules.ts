import { requestFailed } from '../failures';
import type { Expression } from '../expression/expression';
import { splitPath } from '../expression/field-path';
import { isDocument, type Document, type Value } from '../values/value';
import type { StageContext } from './stage';

/** What a stage does with one field: keep it, drop it, compute it, or look at its own fields. */
export type Rule = boolean | Expression | Rules;
export type Rules = Map<string, Rule>;

/** Reads the value written for one field. */
export type ReadRule = (value: Value, path: string) => boolean | Expression;

function plant(rules: Rules, path: string, rule: boolean | Expression): void {
  const parts = splitPath(path);
  const last = parts.pop() ?? '';
  let branch = rules;
  for (const part of parts) {
    const next = branch.get(part) ?? new Map<string, Rule>();
    if (!(next instanceof Map)) throw requestFailed(`Path collision at ${path}`);
    branch.set(part, next);
    branch = next;
  }
  if (branch.has(last)) throw requestFailed(`Path collision at ${path}`);
  branch.set(last, rule);
}

function collect(rules: Rules, specification: Document, prefix: string, read: ReadRule): void {
  for (const [name, value] of Object.entries(specification)) {
    const path = prefix + name;
    if (isDocument(value) && Object.keys(value).length === 0)
      throw requestFailed(`an empty object is not a valid value. Found at path ${path}`);
    if (isDocument(value) && !Object.keys(value).some((key) => key.startsWith('$'))) {
      collect(rules, value, `${path}.`, read);
    } else plant(rules, path, read(value, path));
  }
}

/** Reads a specification of fields, written with dots or nested, into a tree. */
export function readRules(name: string, specification: Value, read: ReadRule): Rules {
  if (!isDocument(specification)) throw requestFailed(`${name} specification must be an object`);
  if (Object.keys(specification).length === 0) {
    throw requestFailed(`Invalid ${name} :: caused by :: specification must have at least one field`);
  }
  const rules: Rules = new Map();
  collect(rules, specification, '', read);
  return rules;
}

/** A value as an expression: what is written for a computed field. */
export function computed(context: StageContext): ReadRule {
  return (value) => context.compile(value);
}
