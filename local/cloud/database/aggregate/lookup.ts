import { requestFailed } from '../failures';
import type { Variables } from '../expression/expression';
import { follow, splitPath, variableName } from '../expression/field-path';
import { filterOf } from '../store/search';
import { typeName } from '../values/kind';
import { isDocument, isList, type Document, type Value } from '../values/value';
import { withField } from './set-path';
import { scopeOf, type PipelineRun, type StageCompiler, type StageContext } from './stage';

/** Finds what belongs to one document. */
type Join = (document: Document, run: PipelineRun) => readonly Document[];

function text(options: Document, name: string): string {
  const value = options[name];
  if (value === undefined)
    throw requestFailed(`missing '${name}' option to $lookup stage specification: ${name}`);
  if (typeof value !== 'string')
    throw requestFailed(`$lookup argument '${name}' must be a string, is type ${typeName(value)}`);
  return value;
}

/** Equality in the way of `$lookup`: an array stands for each of its elements, missing for null. */
function condition(local: Value | undefined, foreign: string): Document {
  return { [foreign]: isList(local) ? { $in: local } : { $eq: local ?? null } };
}

function byField(options: Document, from: string): Join {
  if (options['let'] !== undefined)
    throw requestFailed("$lookup with a 'let' argument must also specify 'pipeline'");
  if (options['localField'] === undefined || options['foreignField'] === undefined)
    throw requestFailed(
      '$lookup requires both or neither of "localField" and "foreignField" to be specified',
    );
  const local = splitPath(text(options, 'localField'));
  const foreign = splitPath(text(options, 'foreignField')).join('.');
  return (document, run) =>
    run.source.find(from, filterOf(condition(follow(document, local), foreign)), undefined);
}

function byPipeline(options: Document, from: string, context: StageContext): Join {
  for (const name of ['localField', 'foreignField']) {
    if (options[name] !== undefined)
      throw requestFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'");
  }
  const { pipeline, let: declared = {} } = options;
  if (!isList(pipeline)) throw requestFailed("'pipeline' option must be specified as an array");
  if (!isDocument(declared))
    throw requestFailed(
      `$lookup argument 'let: ${typeName(declared)}' must be an object, is type ${typeName(declared)}`,
    );
  const variables = Object.entries(declared).map(
    ([name, raw]) => [variableName(name), context.compile(raw)] as const,
  );
  const run = context.pipeline(
    pipeline,
    variables.map(([name]) => name),
  );
  return (document, outer) => {
    const scope = scopeOf(document, outer);
    let inner: Variables | undefined = outer.variables;
    for (const [name, evaluate] of variables) inner = { name, value: evaluate(scope), outer: inner };
    return run(from, { ...outer, variables: inner });
  };
}

const KNOWN = ['from', 'as', 'localField', 'foreignField', 'let', 'pipeline'];

/** `$lookup`: an array of the documents of another collection that belong to each document. */
export const lookupStage: StageCompiler = (operand, context) => {
  if (!isDocument(operand)) throw requestFailed('the $lookup specification must be an Object');
  const unknown = Object.keys(operand).find((name) => !KNOWN.includes(name));
  if (unknown !== undefined) throw requestFailed(`unknown argument to $lookup: ${unknown}`);
  const from = text(operand, 'from');
  const as = splitPath(text(operand, 'as'));
  const join =
    operand['pipeline'] === undefined ? byField(operand, from) : byPipeline(operand, from, context);
  return (documents, run) => documents.map((document) => withField(document, as, join(document, run)));
};
