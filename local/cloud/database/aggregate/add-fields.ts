import type { Scope } from '../expression/expression';
import {
  fieldOf,
  isDocument,
  isList,
  type Document,
  type MutableDocument,
  type Value,
} from '../values/value';
import { computed, readRules, type Rules } from './rules';
import { scopeOf, type StageCompiler } from './stage';

function addTo(value: Value | undefined, rules: Rules, scope: Scope): Value {
  if (isList(value)) return value.map((element) => addTo(element, rules, scope));
  return addFields(isDocument(value) ? value : {}, rules, scope);
}

/** The document with computed fields: those that exist keep their place, those that come to nothing go. */
export function addFields(document: Document, rules: Rules, scope: Scope): Document {
  const result: MutableDocument = { ...document };
  for (const [name, rule] of rules) {
    if (typeof rule === 'boolean') continue;
    const value = rule instanceof Map ? addTo(fieldOf(document, name), rule, scope) : rule(scope);
    if (value === undefined) Reflect.deleteProperty(result, name);
    else result[name] = value;
  }
  return result;
}

/** `$addFields`: every value is an expression, also 1 and true. */
export const addFieldsStage: StageCompiler = (operand, context) => {
  const rules = readRules('$addFields', operand, computed(context));
  return (documents, run) => documents.map((document) => addFields(document, rules, scopeOf(document, run)));
};
