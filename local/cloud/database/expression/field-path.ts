import { requestFailed } from '../failures';
import { fieldOf, isDocument, isList, type Value } from '../values/value';
import type { Expression, Scope } from './expression';

/** Variables that every expression knows: the document under its three names, and "no value". */
const SYSTEM: Readonly<Record<string, (scope: Scope) => Value | undefined>> = {
  ROOT: (scope) => scope.root,
  CURRENT: (scope) => scope.root,
  REMOVE: () => undefined,
};

/** Splits `a.b.c` and refuses what cannot name a field. */
export function splitPath(path: string): string[] {
  if (path === '') throw requestFailed('FieldPath cannot be constructed with empty string');
  if (path.endsWith('.')) throw requestFailed("FieldPath must not end with a '.'.");
  const parts = path.split('.');
  for (const part of parts) {
    if (part === '') throw requestFailed('FieldPath field names may not be empty strings.');
    if (part === '__proto__') throw requestFailed(`The field name '__proto__' in '${path}' is not allowed.`);
    if (part.startsWith('$'))
      throw requestFailed(
        "FieldPath field names may not start with '$'. Consider using $getField or $setField.",
      );
  }
  return parts;
}

/** Follows a path; an array answers what its embedded documents hold. A number never addresses an element. */
export function follow(value: Value | undefined, parts: readonly string[], at = 0): Value | undefined {
  const part = parts[at];
  if (part === undefined) return value;
  if (isDocument(value)) return follow(fieldOf(value, part), parts, at + 1);
  if (!isList(value)) return undefined;
  return value
    .filter(isDocument)
    .map((element) => follow(element, parts, at))
    .filter((found) => found !== undefined);
}

function lookUp(scope: Scope, name: string): Value | undefined {
  for (let entry = scope.variables; entry !== undefined; entry = entry.outer) {
    if (entry.name === name) return entry.value;
  }
  return undefined;
}

function checkName(name: string): void {
  if (!/^[a-zA-Z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
    throw requestFailed(`'${name}' starts with an invalid character for a user variable name`);
  }
}

/** Checks a variable that an operator is to declare. */
export function variableName(name: Value | undefined): string {
  if (typeof name !== 'string' || name === '') throw requestFailed('empty variable names are not allowed');
  if (!/^[a-z\u0080-\uffff]/.test(name))
    throw requestFailed(`'${name}' starts with an invalid character for a user variable name`);
  checkName(name);
  return name;
}

/** `$a.b` is a field of the document, `$$x.a` a field of a variable. */
export function compilePath(text: string, names: ReadonlySet<string>): Expression {
  if (text === '$') throw requestFailed("'$' by itself is not a valid FieldPath");
  if (!text.startsWith('$$')) {
    const parts = splitPath(text.slice(1));
    return ({ root }) => follow(root, parts);
  }
  const [name = '', ...rest] = text.slice(2).split('.');
  if (name === '') throw requestFailed('empty variable names are not allowed');
  checkName(name);
  const parts = rest.length === 0 ? [] : splitPath(rest.join('.'));
  const system = Object.hasOwn(SYSTEM, name) ? SYSTEM[name] : undefined;
  if (system !== undefined) return (scope) => follow(system(scope), parts);
  if (!names.has(name)) throw requestFailed(`Use of undefined variable: ${name}`);
  return (scope) => follow(lookUp(scope, name), parts);
}
