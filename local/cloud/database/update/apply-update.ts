import { requestFailed } from '../failures';
import { equalValues } from '../values/compare';
import { isDocument, type Document } from '../values/value';
import { checkStorable } from '../values/storable';
import { Draft } from './draft';
import { FIELD_OPERATORS } from './field-operators';
import { GROW_OPERATORS } from './grow-operators';
import { NUMBER_OPERATORS } from './number-operators';
import type { UpdateOperator } from './operator';
import { SHRINK_OPERATORS } from './shrink-operators';
import { isPositional, resolvePaths } from './positional';
import { updatePath } from './target';

const OPERATORS: Readonly<Record<string, UpdateOperator>> = {
  ...FIELD_OPERATORS,
  ...NUMBER_OPERATORS,
  ...GROW_OPERATORS,
  ...SHRINK_OPERATORS,
};

interface Step {
  run: UpdateOperator;
  path: string;
  operand: Document[string];
}

/** Refuses two changes of one path, or of a path and a part of it. */
function checkConflicts(paths: readonly string[]): void {
  const seen = new Set<string>();
  const inner = new Set<string>();
  for (const path of paths) {
    const parts = isPositional(path) ? path.split('.') : updatePath(path);
    const prefixes = parts.map((_, at) => parts.slice(0, at + 1).join('.'));
    const conflict = inner.has(path) ? path : prefixes.find((prefix) => seen.has(prefix));
    if (conflict !== undefined) {
      throw requestFailed(`Updating the path '${path}' would create a conflict at '${conflict}'`);
    }
    seen.add(path);
    for (const prefix of prefixes.slice(0, -1)) inner.add(prefix);
  }
}

function stepsOf(update: Document): Step[] {
  const steps: Step[] = [];
  for (const [name, fields] of Object.entries(update)) {
    const run = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
    if (run === undefined) {
      throw requestFailed(
        `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDocument(fields)) {
      throw requestFailed(
        `Modifiers operate on fields but we found type ${typeof fields} instead. For example: {$mod: {<field>: ...}}`,
      );
    }
    for (const [path, operand] of Object.entries(fields)) steps.push({ run, path, operand });
  }
  return steps;
}

function pathsOf(update: Document): string[] {
  const paths: string[] = [];
  for (const [name, fields] of Object.entries(update)) {
    for (const [path, operand] of Object.entries(fields as Document)) {
      paths.push(path);
      if (name === '$rename' && typeof operand === 'string') paths.push(operand);
    }
  }
  return paths;
}

/** Checks what the update made; the rest was checked when it was stored. */
function checkChanged(root: Document, before: Document): void {
  for (const name of Object.keys(root)) {
    const value = root[name] ?? null;
    if (value !== before[name]) checkStorable({ [name]: value });
  }
}

/**
 * A checked update, ready for any number of documents; each call answers a new document. `query` is the one that
 * found it: `list.$` stands for the first element it matched.
 */
export type Update = (document: Document, query?: Document) => Document;

/** Compiles update operators; throws MongoDB's error here, or on the document it does not fit. */
export function compileUpdate(update: Document): Update {
  const steps = stepsOf(update);
  if (!isRenameOntoItself(update)) checkConflicts(pathsOf(update));
  return (document, query = {}) => {
    const draft = new Draft(document);
    for (const { run, path, operand } of steps) {
      const places = isPositional(path) ? resolvePaths(document, path, query) : [path];
      for (const place of places) run(draft, place, operand);
    }
    const { root } = draft;
    if (root['_id'] !== document['_id'] && !equalValues(root['_id'], document['_id'])) {
      throw requestFailed("Performing an update on the path '_id' would modify the immutable field '_id'");
    }
    checkChanged(root, document);
    return root;
  };
}

/** `$rename: {a: 'a'}` has a message of its own, so the conflict check lets it pass. */
function isRenameOntoItself(update: Document): boolean {
  const fields = update['$rename'];
  return isDocument(fields) && Object.entries(fields).some(([path, operand]) => path === operand);
}
