import { requestFailed } from '../failures';
import type { Scope } from '../expression/expression';
import {
  fieldOf,
  isDocument,
  isList,
  type Document,
  type MutableDocument,
  type Value,
} from '../values/value';
import { addFields } from './add-fields';
import { readRules, type Rule, type Rules } from './rules';
import { scopeOf, type StageCompiler } from './stage';

/** Whether fields are named to be kept (or computed), or to be dropped. */
type Mode = 'inclusion' | 'exclusion';

function modeOf(paths: readonly (readonly [string, boolean])[]): Mode {
  const named = paths.filter(([path]) => path !== '_id');
  const [, first] = named[0] ?? paths[0] ?? ['', true];
  const other = named.find(([, keeps]) => keeps !== first);
  if (other !== undefined) {
    const [path, keeps] = other;
    throw requestFailed(
      `Invalid $project :: caused by :: Cannot do ${keeps ? 'inclusion' : 'exclusion'} on field ${path} in ` +
        `${first ? 'inclusion' : 'exclusion'} projection`,
    );
  }
  return first ? 'inclusion' : 'exclusion';
}

function include(value: Value, rules: Rules): Value | undefined {
  if (isList(value)) {
    return value
      .filter((element) => isDocument(element) || isList(element))
      .map((element) => include(element, rules) ?? null);
  }
  if (!isDocument(value)) return undefined;
  const result: MutableDocument = {};
  for (const [name, rule] of rules) {
    const field = fieldOf(value, name);
    if (field === undefined) continue;
    const kept = rule === true ? field : rule instanceof Map ? include(field, rule) : undefined;
    if (kept !== undefined) result[name] = kept;
  }
  return inOrderOf(value, result);
}

/** Kept fields come in the order of the document, not in that of the specification. */
function inOrderOf(document: Document, kept: Document): Document {
  const names = Object.keys(document).filter((name) => Object.hasOwn(kept, name));
  return Object.fromEntries(names.map((name) => [name, kept[name] ?? null]));
}

function exclude(value: Value, rules: Rules): Value {
  if (isList(value)) return value.map((element) => exclude(element, rules));
  if (!isDocument(value)) return value;
  const result: MutableDocument = {};
  for (const [name, field] of Object.entries(value)) {
    const rule = rules.get(name);
    if (rule === false) continue;
    result[name] = rule instanceof Map ? exclude(field, rule) : field;
  }
  return result;
}

function computes(rule: Rule): boolean {
  return rule instanceof Map ? [...rule.values()].some(computes) : typeof rule === 'function';
}

/** The part of the rules that computes something. */
function computedOnly(rules: Rules): Rules {
  const entries = [...rules].filter(([, rule]) => computes(rule));
  return new Map(entries.map(([name, rule]) => [name, rule instanceof Map ? computedOnly(rule) : rule]));
}

function inclusion(rules: Rules): (document: Document, scope: Scope) => Document {
  if (!rules.has('_id')) rules.set('_id', true);
  const computing = computedOnly(rules);
  return (document, scope) => {
    const kept = include(document, rules) as Document;
    return computing.size === 0 ? kept : addFields(kept, computing, scope);
  };
}

/** `$project`: keeps and computes fields, or drops some. A text that is no path, like any value, is a constant. */
export const projectStage: StageCompiler = (operand, context) => {
  const paths: [string, boolean][] = [];
  const rules = readRules('$project', operand, (value, path) => {
    const rule =
      typeof value === 'number' ? value !== 0 : typeof value === 'boolean' ? value : context.compile(value);
    paths.push([path, rule !== false]);
    return rule;
  });
  if (modeOf(paths) === 'exclusion') {
    return (documents) => documents.map((document) => exclude(document, rules) as Document);
  }
  const project = inclusion(rules);
  return (documents, run) => documents.map((document) => project(document, scopeOf(document, run)));
};
