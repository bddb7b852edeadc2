import { requestFailed } from '../failures';
import { isDocument, isList, type Document, type MutableDocument, type Value } from '../values/value';
import { compileQuery } from './matcher';

/** Takes a stored document to what the caller sees. */
export type Projection = (document: Document) => Document;

/** A leaf keeps (true), drops (false) or computes from an array. */
type Leaf = boolean | ((value: Value) => Value | undefined);
type Tree = Map<string, Leaf | Tree>;

function slice(operand: Value): Leaf {
  const [skip, count] = isList(operand) ? operand : [operand, undefined];
  if (typeof skip !== 'number' || (count !== undefined && (typeof count !== 'number' || count <= 0))) {
    throw requestFailed('$slice takes a number, or an array of a number and a positive number');
  }
  return (value) => {
    if (!isList(value)) return value;
    if (count === undefined) return skip < 0 ? value.slice(skip) : value.slice(0, skip);
    const from = skip < 0 ? Math.max(0, value.length + skip) : skip;
    return value.slice(from, from + count);
  };
}

function firstElement(criteria: Value): Leaf {
  const matches = compileQuery({ list: { $elemMatch: criteria } });
  return (value) => {
    const found = isList(value) ? value.find((element) => matches({ list: [element] })) : undefined;
    return found === undefined ? undefined : [found];
  };
}

function leafOf(path: string, rule: Value): Leaf {
  if (typeof rule === 'number') return rule !== 0;
  if (typeof rule === 'boolean') return rule;
  if (isDocument(rule) && rule['$slice'] !== undefined) return slice(rule['$slice']);
  if (isDocument(rule) && rule['$elemMatch'] !== undefined) return firstElement(rule['$elemMatch']);
  throw requestFailed(`Unsupported projection of field ${path}`);
}

function plant(tree: Tree, path: string, leaf: Leaf): void {
  const parts = path.split('.');
  const last = parts.pop() ?? '';
  let branch = tree;
  for (const part of parts) {
    const next = branch.get(part) ?? new Map<string, Leaf | Tree>();
    if (!(next instanceof Map)) throw requestFailed(`Path collision at ${path}`);
    branch.set(part, next);
    branch = next;
  }
  if (branch.has(last)) throw requestFailed(`Path collision at ${path}`);
  branch.set(last, leaf);
}

function apply(value: Value, tree: Tree, including: boolean): Value {
  if (isList(value)) {
    const kept = including ? value.filter((item) => isDocument(item) || isList(item)) : value;
    return kept.map((item) => apply(item, tree, including));
  }
  if (!isDocument(value)) return value;
  const result: MutableDocument = {};
  for (const [name, field] of Object.entries(value)) {
    const projected = project(field, tree.get(name), including);
    if (projected !== undefined) result[name] = projected;
  }
  return result;
}

function project(field: Value, rule: Leaf | Tree | undefined, including: boolean): Value | undefined {
  if (rule === undefined) return including ? undefined : field;
  if (typeof rule === 'boolean') return rule ? field : undefined;
  if (typeof rule === 'function') return rule(field);
  if (including && !isDocument(field) && !isList(field)) return undefined;
  return apply(field, rule, including);
}

/** Compiles a projection: all fields in, or all out; `_id` comes along unless it is switched off. */
export function compileProjection(rules: Document): Projection {
  const tree: Tree = new Map();
  const modes = new Set<boolean>();
  for (const [path, rule] of Object.entries(rules)) {
    const leaf = leafOf(path, rule);
    plant(tree, path, leaf);
    if (path !== '_id' && leaf !== false && !(isDocument(rule) && rule['$slice'] !== undefined))
      modes.add(true);
    if (path !== '_id' && leaf === false) modes.add(false);
  }
  if (modes.size > 1) throw requestFailed('Cannot do inclusion and exclusion of fields in one projection');
  const including = modes.has(true) || (modes.size === 0 && tree.get('_id') === true);
  if (including && !tree.has('_id')) tree.set('_id', true);
  return (document) => apply(document, tree, including) as Document;
}
