import { requestFailed } from '../failures';
import { MAXIMUM_DEPTH } from '../limits';
import { isDocument, isList, type Value } from './value';

function checkName(name: string, path: string): void {
  if (name.startsWith('$')) {
    throw requestFailed(
      `The dollar ($) prefixed field '${name}' in '${path}${name}' is not valid for storage.`,
    );
  }
  if (name.includes('.')) {
    throw requestFailed(`The dotted field '${name}' in '${path}${name}' is not valid for storage.`);
  }
}

/** Refuses names that could not be addressed again (`$x`, `a.b`) and nesting beyond MongoDB's limit. */
export function checkStorable(value: Value, path = '', depth = 0): void {
  if (depth > MAXIMUM_DEPTH) throw requestFailed(`Exceeded depth limit of ${MAXIMUM_DEPTH} nested levels`);
  if (isList(value)) {
    for (const item of value) checkStorable(item, path, depth + 1);
    return;
  }
  if (!isDocument(value)) return;
  for (const [name, field] of Object.entries(value)) {
    checkName(name, path);
    checkStorable(field, `${path}${name}.`, depth + 1);
  }
}
