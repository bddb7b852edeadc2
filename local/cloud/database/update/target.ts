import { requestFailed } from '../failures';
import { MAXIMUM_DEPTH, MAXIMUM_PADDING } from '../limits';
import { isPosition } from '../query/lookup';
import { show } from '../values/show';
import {
  fieldOf,
  isDocument,
  isList,
  type Document,
  type MutableDocument,
  type Value,
} from '../values/value';
import type { Container, Draft } from './draft';

/** The place of one field or array element in a document under change. */
export class Target {
  constructor(
    readonly root: Document,
    readonly path: string,
    private readonly parent: MutableDocument | Value[],
    private readonly name: string,
  ) {}

  /** What is there now; undefined when missing. */
  get value(): Value | undefined {
    return isList(this.parent) ? this.parent[Number(this.name)] : fieldOf(this.parent, this.name);
  }

  /** Last component of the path, as messages name it. */
  get field(): string {
    return this.name;
  }

  get inArray(): boolean {
    return isList(this.parent);
  }

  set(value: Value): void {
    if (isList(this.parent)) writeElement(this.parent, Number(this.name), value);
    else this.parent[this.name] = value;
  }

  /** Removes a field; an array keeps its length and gets null instead, as in MongoDB. */
  unset(): void {
    if (this.value === undefined) return;
    if (isList(this.parent)) this.parent[Number(this.name)] = null;
    else Reflect.deleteProperty(this.parent, this.name);
  }
}

function writeElement(list: Value[], at: number, value: Value): void {
  if (at - list.length > MAXIMUM_PADDING) {
    throw requestFailed(`can't backfill more than ${MAXIMUM_PADDING} elements`);
  }
  while (list.length < at) list.push(null);
  list[at] = value;
}

/** Splits and checks a path of an update. */
export function updatePath(path: string): string[] {
  const parts = path.split('.');
  if (parts.length > MAXIMUM_DEPTH) throw requestFailed(`Update path '${path.slice(0, 100)}...' is too deep`);
  for (const part of parts) {
    if (part === '') {
      throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`);
    }
    if (part === '__proto__') throw requestFailed(`The field name '__proto__' in '${path}' is not allowed.`);
    if (part === '$' || part.startsWith('$[')) {
      throw requestFailed('The positional operator did not find the match needed from the query.');
    }
    if (part.startsWith('$')) {
      throw requestFailed(`The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`);
    }
  }
  return parts;
}

function isContainer(value: Value | undefined): value is Document | readonly Value[] {
  return isList(value) || isDocument(value);
}

function childOf(container: Container, name: string): Value | undefined {
  if (!isList(container)) return fieldOf(container, name);
  return isPosition(name) ? container[Number(name)] : undefined;
}

/** Finds the place a path names without creating anything; undefined where the way is blocked or missing. */
export function findTarget(draft: Draft, path: string): Target | undefined {
  const parts = updatePath(path);
  const last = parts.pop() ?? '';
  let container: Container = draft.root;
  for (const part of parts) {
    const inner = childOf(container, part);
    if (!isContainer(inner)) return undefined;
    container = draft.open(container, part, inner);
  }
  if (isList(container) && !isPosition(last)) return undefined;
  return new Target(draft.root, path, container, last);
}

function blocked(name: string, holder: string, value: Value): Error {
  return requestFailed(`Cannot create field '${name}' in element {${holder}: ${show(value)}}`);
}

/** Finds the place a path names, creating embedded documents on the way; MongoDB's error where it is blocked. */
export function makeTarget(draft: Draft, path: string): Target {
  const parts = updatePath(path);
  let container: Container = draft.root;
  for (const [at, part] of parts.entries()) {
    const holder = parts[at - 1] ?? '';
    if (isList(container) && !isPosition(part)) throw blocked(part, holder, container);
    const here: Target = new Target(draft.root, path, container, part);
    const next = parts[at + 1];
    if (next === undefined) return here;
    if (here.value === undefined) here.set({});
    const inner = here.value;
    if (!isContainer(inner)) throw blocked(next, part, inner ?? null);
    container = draft.open(container, part, inner);
  }
  throw requestFailed('An empty update path is not valid.');
}
