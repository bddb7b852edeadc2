import { requestFailed } from '../failures';
import { isNothing } from '../expression/expression';
import { follow, splitPath } from '../expression/field-path';
import { isDocument, isList, type Document, type Value } from '../values/value';
import { withField } from './set-path';
import type { StageCompiler } from './stage';

interface Options {
  path: readonly string[];
  index: readonly string[] | undefined;
  keepEmpty: boolean;
}

function indexField(name: Value | undefined): readonly string[] | undefined {
  if (name === undefined) return undefined;
  if (typeof name !== 'string' || name === '')
    throw requestFailed('expected a non-empty string for the includeArrayIndex  option to $unwind stage');
  if (name.startsWith('$'))
    throw requestFailed(
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${name}`,
    );
  return splitPath(name);
}

function readOptions(operand: Value): Options {
  if (typeof operand !== 'string' && !isDocument(operand))
    throw requestFailed('expected either a string or an object as specification for $unwind stage');
  const options: Document = typeof operand === 'string' ? { path: operand } : operand;
  const known = ['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays'];
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown !== undefined) throw requestFailed(`unrecognized option to $unwind stage: ${unknown}`);
  const { path, includeArrayIndex, preserveNullAndEmptyArrays: keepEmpty = false } = options;
  if (path === undefined) throw requestFailed('no path specified to $unwind stage');
  if (typeof path !== 'string') throw requestFailed('expected a string as the path for $unwind stage');
  if (!path.startsWith('$'))
    throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`);
  if (typeof keepEmpty !== 'boolean')
    throw requestFailed('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage');
  return { path: splitPath(path.slice(1)), index: indexField(includeArrayIndex), keepEmpty };
}

function unwind(document: Document, { path, index, keepEmpty }: Options): readonly Document[] {
  const numbered = (result: Document, at: Value): Document =>
    index === undefined ? result : withField(result, index, at);
  const value = follow(document, path);
  if (isList(value) && value.length > 0) {
    return value.map((element, at) => numbered(withField(document, path, element), at));
  }
  if (!isNothing(value) && !isList(value)) return [numbered(document, null)];
  if (!keepEmpty) return [];
  return [numbered(isList(value) ? withField(document, path, undefined) : document, null)];
}

/** `$unwind`: one document for each element of an array; what is no array counts as one element. */
export const unwindStage: StageCompiler = (operand) => {
  const options = readOptions(operand);
  return (documents) => documents.flatMap((document) => unwind(document, options));
};
